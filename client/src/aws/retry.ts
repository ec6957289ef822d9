import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Failure, OperationName } from './failure.ts';
import { cancelledBeforeSending } from './toFailure.ts';

/** A call that failed and will be made again. */
export interface Retry {
  readonly operation: OperationName;
  readonly failure: Failure;
  /** Which attempt failed, from 1. */
  readonly attempt: number;
  readonly delayMs: number;
}

/** How often a call is made again, and how long that may take. */
export interface RetryPolicy {
  /** The most attempts, the first among them. */
  readonly attempts: number;
  /** The longest first wait; each next one can be twice as long. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** No attempt begins later than this after the first. */
  readonly patienceMs: number;
}

/** Five attempts within half a minute. */
export const retryPolicy: RetryPolicy = { attempts: 5, baseDelayMs: 400, maxDelayMs: 8_000, patienceMs: 30_000 };

/** Which call it is, and what its attempts go by. */
export interface RetryOptions {
  readonly operation: OperationName;
  readonly policy: RetryPolicy;
  readonly signal: AbortSignal | undefined;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  /** Asked after each wait: no other attempt is made where it gives false. */
  readonly isStillDue: IsStillDue | undefined;
}

/** Looks whether a call is to be made again. Never rejects. */
export type IsStillDue = () => Promise<boolean>;

/**
 * Makes a call until it succeeds or isn't worth another attempt. A read is tried again after any passing failure; a change
 * only where the answer says that it was not made, and somebody looks whether it is still due: others may have been at it
 * during the wait. A change that is cancelled then has been sent all the same, and keeps its answer.
 */
export async function withRetries<T>(call: () => Promise<Answer<T>>, options: RetryOptions): Promise<Answer<T>> {
  const { operation, policy, signal, onRetry, isStillDue } = options;
  const began = performance.now();
  for (let attempt = 1; ; attempt++) {
    const answer = await call();
    if (answer.ok || attempt >= policy.attempts || !isWorthRetrying(answer.failure, options, attempt)) return answer;
    const delayMs = delayBefore(attempt, policy);
    if (performance.now() + delayMs - began > policy.patienceMs) return answer;
    onRetry?.({ operation, failure: answer.failure, attempt, delayMs });
    await pause(delayMs, undefined, signal ? { signal } : {}).catch(() => {});
    if (await isStillWanted(options)) continue;
    return isStillDue ? answer : { ok: false, failure: cancelledBeforeSending };
  }
}

function isWorthRetrying(
  { kind, status = 0 }: Failure,
  { operation, isStillDue }: RetryOptions,
  attempt: number,
): boolean {
  const isChange = operation === 'PutBucketEncryption';
  if (isChange && !isStillDue) return false;
  if (kind === 'conflict' || kind === 'throttled') return true;
  // The SDK has learnt the server's time from the answer, and signs with it from now on.
  if (kind === 'clock-skew') return attempt === 1;
  if (isChange) return false;
  return kind === 'no-answer' || (kind === 'other' && status >= 500);
}

/** True while the user waits for it, and a change is still to be made. */
async function isStillWanted({ signal, isStillDue }: RetryOptions): Promise<boolean> {
  if (signal?.aborted) return false;
  const isDue = isStillDue ? await isStillDue() : true;
  return isDue && !signal?.aborted;
}

/** Half of the wait is left to chance, so that callers who met once don't meet again. */
function delayBefore(attempt: number, { baseDelayMs, maxDelayMs }: RetryPolicy): number {
  const longest = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
  return Math.round(longest * (0.5 + Math.random() / 2));
}
