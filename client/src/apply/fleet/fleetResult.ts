import type { Bucket } from '../../aws/bucketName.ts';
import type { Failure } from '../../aws/failure.ts';
import type { NotVisible, Outcome, RefusedOutcome, Unknown } from '../execute/outcome.ts';
import type { Refusal } from '../plan/plan.ts';

/** How it ended for a bucket. Every bucket is one of these. */
export type FleetStatus = 'applied-and-verified' | 'unchanged' | 'refused' | 'failed' | 'not-started';

/** A bucket, and how it ended for it. */
export interface FleetResult {
  readonly bucket: Bucket;
  readonly status: FleetStatus;
  /** Why; empty where there is nothing to say. */
  readonly detail: string;
  readonly code?: string;
  readonly requestId?: string;
  /** Why it was refused. */
  readonly reason?: Refusal['reason'];
  /** The path of the journal, where something was sent. */
  readonly journal?: string;
}

/** The result for an outcome. What was read back counts, whatever the answer was; what is in doubt is no success. */
export function resultOf(bucket: Bucket, outcome: Outcome): FleetResult {
  switch (outcome.kind) {
    case 'no-change':
      return { bucket, status: 'unchanged', detail: '' };
    case 'cancelled':
      return notStarted(bucket);
    case 'refused':
      return { ...refusedResult(bucket, outcome.refusal), ...journalOf(outcome) };
    case 'applied-and-verified':
      return { bucket, status: outcome.kind, detail: '', ...idOf(outcome), journal: outcome.journal };
    case 'failed':
      return { ...failedResult(bucket, outcome.failure), journal: outcome.journal };
    case 'applied-not-visible':
      return { bucket, status: 'failed', detail: whyNotVisible(outcome), ...idOf(outcome), journal: outcome.journal };
    case 'unknown':
      return { ...unknownResult(bucket, outcome), journal: outcome.journal };
  }
}

/** A bucket that nothing was done for. */
export function notStarted(bucket: Bucket): FleetResult {
  return { bucket, status: 'not-started', detail: '' };
}

/** A bucket that was left alone for a reason. */
export function refusedResult(bucket: Bucket, { reason, message, advice, failure }: Refusal): FleetResult {
  const detail = wordsOf({ message, advice });
  return { bucket, status: 'refused', reason, detail, ...(failure && factsOf(failure)) };
}

/** A bucket for which a call failed. */
export function failedResult(bucket: Bucket, failure: Failure): FleetResult {
  return { bucket, status: 'failed', detail: wordsOf(failure), ...factsOf(failure) };
}

/** True where another attempt can end better: it failed, it was never begun, or the plan was of what the bucket had before. */
export function mayEndBetter({ status, reason }: FleetResult): boolean {
  return status === 'failed' || status === 'not-started' || reason === 'changed';
}

function whyNotVisible({ readFailure }: NotVisible): string {
  return readFailure
    ? `AWS took it, and the bucket could not be read: ${wordsOf(readFailure)}`
    : 'AWS took it, and the bucket does not show it yet';
}

function unknownResult(bucket: Bucket, { found, failure, readFailure }: Unknown): FleetResult {
  if (found === 'applied') {
    return {
      bucket,
      status: 'applied-and-verified',
      detail: 'no answer came, and the bucket shows it',
      ...factsOf(failure),
    };
  }
  const founds = {
    'not-applied': 'the bucket has what it had',
    changed: 'the bucket has something else',
    unreadable: ['the bucket could not be read', ...(readFailure ? [wordsOf(readFailure)] : [])].join(': '),
  };
  return { bucket, status: 'failed', detail: `no answer came, and ${founds[found]}`, ...factsOf(failure) };
}

function journalOf({ journal }: RefusedOutcome): { journal?: string } {
  return journal === undefined ? {} : { journal };
}

function wordsOf({ message, advice }: Pick<Failure, 'message' | 'advice'>): string {
  return [message, advice].filter(Boolean).join('; ');
}

function idOf({ requestId }: { readonly requestId?: string }): { requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}

function factsOf({ code, requestId }: Failure): Pick<FleetResult, 'code' | 'requestId'> {
  return { ...(code !== undefined && { code }), ...(requestId !== undefined && { requestId }) };
}
