import type { PresentEncryption, PutEncryptionRequest } from '../../aws/encryption.ts';
import type { Failure } from '../../aws/failure.ts';
import type { Check } from '../checks/check.ts';
import { isSame, membersOf } from '../compare.ts';
import type { Target } from '../target.ts';
import { type CarriedOver, type ChosenValue, composeRequest, type Desired, type Dropped } from './request.ts';

/** What will be done to one bucket. Nothing is sent that does not stand in here. */
export interface Plan {
  readonly target: Target;
  /** What the bucket has. */
  readonly before: PresentEncryption;
  /** Exactly what is sent. */
  readonly request: PutEncryptionRequest;
  readonly carriedOver: readonly CarriedOver[];
  readonly dropped: readonly Dropped[];
  /** What the document leaves open and the user has chosen. */
  readonly choices: readonly ChosenValue[];
  /** True where the bucket does already what is asked for: then nothing is sent. */
  readonly isNoChange: boolean;
  /** What the account was asked about the change; empty where nothing will be sent. */
  readonly checks: readonly Check[];
}

/** Why there is no plan, or why a plan is not carried out. */
export interface Refusal {
  readonly reason:
    | 'unreadable'
    | 'no-algorithm'
    | 'key-without-algorithm'
    | 'owner-unknown'
    | 'check-failed'
    | 'changed'
    | 'no-journal';
  /** What stands in the way: a clause without a full stop. */
  readonly message: string;
  readonly advice: string;
  /** Where a call of AWS's failed. */
  readonly failure?: Failure;
}

/** Either a plan, or why there is none. */
export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly refusal: Refusal };

/** All that a plan rests on. */
export interface PlanParts {
  readonly desired: Desired;
  readonly target: Target;
  /** What the bucket has. */
  readonly present: PresentEncryption;
  /** True where a server in place of AWS is asked, which may have no accounts. */
  readonly isElsewhere: boolean;
}

/** Plans a change of a bucket's encryption, or says why there can be none. The account is yet to be asked about it. */
export function planChange({ desired, target, present, isElsewhere }: PlanParts): Planned {
  const refusal = refusalOf(desired, target, present, isElsewhere);
  if (refusal) return { ok: false, refusal };
  const { bucket, account } = target;
  const { choices = [] } = desired;
  const composed = composeRequest({ desired, bucket, present, account });
  const isNoChange = isSame(present, composed.request.configuration, bucket.type);
  return { ok: true, plan: { target, before: present, ...composed, choices, isNoChange, checks: [] } };
}

/** The refusal to touch a bucket that can't be read. */
export function unreadable(failure: Failure): Refusal {
  const message = `What can't be read is not overwritten: ${failure.message}`;
  return { reason: 'unreadable', message, advice: failure.advice, failure };
}

/** The refusal to make a change of which the account has shown that it can't work. */
export function checkFailed({ name, message }: Check): Refusal {
  return { reason: 'check-failed', message: `${name}: ${message}`, advice: '' };
}

function refusalOf(
  desired: Desired,
  target: Target,
  present: PresentEncryption,
  isElsewhere: boolean,
): Refusal | undefined {
  const { sseAlgorithm, kmsMasterKeyId } = desired.configuration;
  if (sseAlgorithm === undefined && kmsMasterKeyId !== undefined) {
    return {
      reason: 'key-without-algorithm',
      message: 'The configuration has a key and no SSEAlgorithm',
      advice: 'State it',
    };
  }
  if (sseAlgorithm === undefined && membersOf(present).sseAlgorithm === undefined) {
    const message = 'Neither the configuration nor the bucket has an SSEAlgorithm';
    return { reason: 'no-algorithm', message, advice: 'State it' };
  }
  const isOwnerDue = target.bucket.type === 'general-purpose' && desired.request.expectedBucketOwner === undefined;
  if (isOwnerDue && target.account === undefined && !isElsewhere) {
    const message = "The caller's account is not known, so the bucket's owner can't be checked";
    return { reason: 'owner-unknown', message, advice: 'State ExpectedBucketOwner' };
  }
  return undefined;
}
