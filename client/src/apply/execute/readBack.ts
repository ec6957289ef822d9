import { setTimeout as pause } from 'node:timers/promises';
import type { BucketType } from '../../../../server/src/protocol.ts';
import type { Aws } from '../../aws/aws.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';
import type { Answer } from '../../aws/failure.ts';
import { isSame, shows } from '../compare.ts';
import { isOfCredentials } from '../ofCredentials.ts';
import type { Plan } from '../plan/plan.ts';

/** How long to look for a change, in milliseconds. */
export interface ReadBackPatience {
  /** The waits before each reading. */
  readonly waits: readonly number[];
  /** When to give up, whatever the readings do. */
  readonly limit: number;
}

/** S3 shows a change within a second as a rule; this looks for a quarter of a minute, and never for longer than one. */
export const readBackPatience: ReadBackPatience = {
  waits: [0, 250, 500, 1000, 2000, 4000, 8000],
  limit: 60_000,
};

/** For how long to read, and who is told. */
export interface ReadBackOptions {
  readonly patience: ReadBackPatience;
  /** Ends the waiting: one more reading, and that is the answer. */
  readonly signal: AbortSignal | undefined;
  /** Told before every reading, which counts from 1. */
  readonly onReading?: ((reading: number) => void) | undefined;
}

/** What to look for, and where. */
export type SentParts = Pick<Plan, 'request'> & { readonly target: Pick<Plan['target'], 'bucket'> };

/** What the last reading gave, and whether it shows what was sent. */
export interface ReadBack {
  readonly isShown: boolean;
  readonly last: Answer<PresentEncryption>;
}

/** What became of a change, as its bucket tells: made, not made, overtaken by another one; or nobody could read it. */
export type Found = 'applied' | 'not-applied' | 'changed' | 'unreadable';

/** What the last reading tells of a change of a bucket that had `before`. */
export function foundBy({ isShown, last }: ReadBack, before: PresentEncryption, bucketType: BucketType): Found {
  if (!last.ok) return 'unreadable';
  if (isShown) return 'applied';
  return isSame(last.value, before, bucketType) ? 'not-applied' : 'changed';
}

/** What a reading shows of what was sent. */
export function seenBy(last: Answer<PresentEncryption>, { request, target: { bucket } }: SentParts): ReadBack {
  return { isShown: last.ok && shows(last.value, request.configuration, bucket.type), last };
}

/** Reads a bucket as it is now, whether or not the user waits for it. */
export async function readOnce(aws: Pick<Aws, 'getEncryption'>, sent: SentParts): Promise<ReadBack> {
  return read(aws, sent, AbortSignal.timeout(readBackPatience.limit));
}

/** One reading. Where it takes too long it is not the user who has had enough. */
async function read(aws: Pick<Aws, 'getEncryption'>, sent: SentParts, limit: AbortSignal): Promise<ReadBack> {
  const last = await aws.getEncryption(sent.target.bucket.name, limit);
  const isCutShort = !last.ok && last.failure.kind === 'cancelled' && limit.aborted;
  return seenBy(isCutShort ? tooLate : last, sent);
}

const tooLate: Answer<PresentEncryption> = {
  ok: false,
  failure: { kind: 'no-answer', message: 'No answer came in time', advice: '' },
};

/** Reads a bucket until it shows what was sent, or patience ends. */
export async function readBack(
  aws: Pick<Aws, 'getEncryption'>,
  sent: SentParts,
  { patience, signal, onReading }: ReadBackOptions,
): Promise<ReadBack> {
  const limit = AbortSignal.timeout(patience.limit);
  const wakeUp = AbortSignal.any(signal ? [signal, limit] : [limit]);
  let refusals = 0;
  for (let reading = 1; ; reading++) {
    await pause(patience.waits[reading - 1] ?? 0, undefined, { signal: wakeUp }).catch(() => {});
    onReading?.(reading);
    const seen = await read(aws, sent, limit);
    const { isShown, last } = seen;
    // Cancelled by the user, who was asked for the code of an MFA device: he would be asked for it with every reading.
    const isLeft = !last.ok && last.failure.kind === 'cancelled';
    // What has run out is had anew for the next reading; where that is of no use either, no other one is.
    if (!last.ok && isOfCredentials(last.failure)) refusals += 1;
    const isOver = isShown || isLeft || refusals > 1;
    if (isOver || wakeUp.aborted || reading >= patience.waits.length) return seen;
  }
}
