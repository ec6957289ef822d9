import type { Aws } from '../../aws/aws.ts';
import type { PresentEncryption, PutEncryptionRequest } from '../../aws/encryption.ts';
import type { Failure } from '../../aws/failure.ts';
import type { KeyBook } from '../keyBook.ts';
import type { Target } from '../target.ts';

/** What is looked at before a change, by name. */
export type CheckName =
  | 'bucket exists'
  | 'bucket type'
  | 'bucket Region'
  | 'bucket owner'
  | 'SSE-C block'
  | 'CloudFormation stack'
  | 'access logs'
  | 'key'
  | 'key Region'
  | 'key state'
  | 'key kind'
  | 'key account'
  | 'key use'
  | 'key form'
  | 'key for life';

/** `not-checked` is never `passed`: what can't be asked isn't fine. */
export type CheckResult = 'passed' | 'failed' | 'warning' | 'not-checked';

/** What a check came to. */
export interface Check {
  readonly name: CheckName;
  readonly result: CheckResult;
  /** What was found: a clause without a full stop. */
  readonly message: string;
  /** What this check leaves open, where it isn't all that one would like to know. */
  readonly leavesOpen?: string;
  /** The reference to send in place of the key's, where another is safer. */
  readonly betterKey?: string;
}

/** What a check may ask of AWS. */
export type AwsToCheck = Pick<Aws, 'isOwnedBy' | 'bucketTags' | 'bucketPolicy' | 'describeKey' | 'tryKey'>;

/** What is checked: a change that has been planned, of a bucket that has been read. */
export interface CheckSubject {
  readonly target: Target;
  readonly before: PresentEncryption;
  readonly request: PutEncryptionRequest;
  readonly aws: AwsToCheck;
  readonly keys: KeyBook;
  readonly signal: AbortSignal | undefined;
}

/** Looks at one thing; undefined where the change has nothing to do with it. Never throws. */
export type Checker = (subject: CheckSubject) => Check | undefined | Promise<Check | undefined>;

/** The check of a thing that could not be asked for, and why. */
export function notChecked(name: CheckName, { message, advice }: Pick<Failure, 'message' | 'advice'>): Check {
  return { name, result: 'not-checked', message: [message, advice].filter(Boolean).join('; ') };
}
