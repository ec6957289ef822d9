import type { BucketType } from '../../../server/src/protocol.ts';

/** What kind of failure it was: what to do next depends on it. */
export type FailureKind =
  | 'no-credentials'
  | 'expired-credentials'
  | 'sso-login-due'
  | 'wrong-region'
  | 'access-denied'
  | 'no-such-bucket'
  | 'conflict'
  | 'throttled'
  | 'not-implemented'
  | 'network'
  | 'clock-skew'
  | 'cancelled'
  | 'no-answer'
  | 'other';

/** Why a call did not give what it was made for. Plain data, and free of secrets; `message` can name accounts and keys. */
export interface Failure {
  readonly kind: FailureKind;
  /** What happened, in AWS's words where there are any. For people's eyes: what goes to a log is `failureForLog`. */
  readonly message: string;
  /** What to do now: a sentence without a full stop; empty where there is nothing to say. */
  readonly advice: string;
  /** AWS's code, or Node's. */
  readonly code?: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  readonly requestId?: string;
  /** The Region of the bucket, where the answer tells it. */
  readonly region?: string;
  /** True where a change was on its way and may have been made all the same: only reading tells. */
  readonly unsettled?: true;
  /** What the user signs in with, where that is what is due: a command of the AWS CLI, which takes `--profile`. */
  readonly signIn?: SignInCommand;
  /** True where it may be the bucket's owner that was taken for another than he is. */
  readonly ownerInDoubt?: true;
}

/** The sign-ins of the AWS CLI that help where credentials have run out. */
export type SignInCommand = 'aws sso login' | 'aws login';

/** What a call gave: never thrown, so that no caller forgets the failure. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly requestId?: string }
  | { readonly ok: false; readonly failure: Failure };

/** The calls that are made. */
export type OperationName =
  | 'GetBucketEncryption'
  | 'PutBucketEncryption'
  | 'ListBuckets'
  | 'ListDirectoryBuckets'
  | 'HeadBucket'
  | 'GetCallerIdentity'
  | 'GetBucketTagging'
  | 'GetBucketPolicy'
  | 'DescribeKey'
  | 'GenerateDataKey';

/** A call and what it is about, for the words of its failure. */
export interface Operation {
  readonly name: OperationName;
  readonly bucketType?: BucketType;
  readonly profile?: string | undefined;
  /** The account that ExpectedBucketOwner names, where it is sent. */
  readonly expectedOwner?: string | undefined;
}

/** A failure in a line for a log: what AWS's support asks for, and no account, key or name. */
export function failureForLog({ kind, code, status, requestId }: Failure): string {
  const facts = [code, status && `HTTP ${status}`, requestId && `request ${requestId}`].filter(Boolean).join(', ');
  return facts ? `${kind} (${facts})` : kind;
}
