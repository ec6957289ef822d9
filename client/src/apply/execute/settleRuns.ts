import type { Pace } from '../pace.ts';
import type { ReadBackPatience } from './readBack.ts';
import { type AwsToSettle, settleRun, type Truth, type UnfinishedRun } from './unfinished.ts';

/** A run that had no end, and what its bucket tells, if it was asked. */
export interface SettledRun {
  readonly run: UnfinishedRun;
  readonly truth: Truth;
}

/** At which pace, and who is told. */
export interface SettleOptions {
  readonly pace: Pace;
  /** Once aborted, no other bucket is read; its runs stay unfinished. */
  readonly signal?: AbortSignal | undefined;
  /** Told how many runs have been settled, with each. */
  readonly onSettled?: ((done: number) => void) | undefined;
  readonly patience?: ReadBackPatience;
}

/**
 * Settles runs of one profile and Region, many buckets at once. Two runs of one bucket are settled one after the other, in
 * the order given.
 */
export async function settleRuns(
  aws: AwsToSettle,
  runs: readonly UnfinishedRun[],
  { pace, signal, onSettled, patience }: SettleOptions,
): Promise<SettledRun[]> {
  const settled: SettledRun[] = [];
  const options = { ...(signal && { signal }), ...(patience && { patience }) };
  const work = async (ofBucket: readonly UnfinishedRun[]) => {
    for (const run of ofBucket) {
      if (signal?.aborted) return;
      settled.push({ run, truth: await settleRun(aws, run, options) });
      onSettled?.(settled.length);
    }
  };
  await pace.forEach(byBucket(runs), work, () => signal?.aborted ?? false);
  return settled;
}

function byBucket(runs: readonly UnfinishedRun[]): UnfinishedRun[][] {
  const groups = new Map<string, UnfinishedRun[]>();
  for (const run of runs) {
    const group = groups.get(run.before.bucket) ?? [];
    groups.set(run.before.bucket, [...group, run]);
  }
  return [...groups.values()];
}
