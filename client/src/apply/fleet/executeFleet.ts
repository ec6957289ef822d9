import { execute } from '../execute/execute.ts';
import type { Outcome } from '../execute/outcome.ts';
import type { ReadBackPatience } from '../execute/readBack.ts';
import type { Journal } from '../journal/journal.ts';
import { endsAll } from '../ofCredentials.ts';
import type { Pace } from '../pace.ts';
import { type FleetResult, notStarted, resultOf } from './fleetResult.ts';
import type { FleetChange, FleetPlan } from './planFleet.ts';

/** At which pace, and who is told. */
export interface FleetOptions {
  readonly journal: Journal;
  readonly pace: Pace;
  /** Once aborted, no other bucket is begun; those that are under way are brought to their end. */
  readonly signal?: AbortSignal | undefined;
  /** Told with every bucket that has ended. */
  readonly onResult?: ((result: FleetResult) => void) | undefined;
  readonly patience?: ReadBackPatience | undefined;
}

/** Carries out a plan for many buckets. Every bucket of it is in the results, in the order of the plan; never throws. */
export async function executeFleet(plan: FleetPlan, options: FleetOptions): Promise<FleetResult[]> {
  const { pace, signal, onResult } = options;
  const ended = new Map<FleetChange, FleetResult>();
  let isOver = false;
  const work = async (change: FleetChange) => {
    const outcome = await executeOne(change, options);
    const failure = failureIn(outcome);
    if (failure) pace.heed(failure);
    // Who cancels here was asked for the code of an MFA device and gave none: each bucket would ask again.
    if (outcome.kind === 'cancelled' || (failure && endsAll(failure))) isOver = true;
    const result = resultOf(change.bucket, outcome);
    ended.set(change, result);
    onResult?.(result);
  };
  await pace.forEach(plan.changes, work, () => isOver || (signal?.aborted ?? false));
  return [...plan.changes.map((change) => ended.get(change) ?? notStarted(change.bucket)), ...plan.settled];
}

/** A run that was begun is never left half-way: the user's cancel is not for it. */
function executeOne({ plan, door: { aws } }: FleetChange, { journal, patience }: FleetOptions): Promise<Outcome> {
  return execute(plan, { aws, journal, ...(patience && { patience }) });
}

function failureIn(outcome: Outcome) {
  if (outcome.kind === 'refused') return outcome.refusal.failure;
  if (outcome.kind === 'failed') return outcome.failure;
  if (outcome.kind === 'unknown') return outcome.readFailure ?? outcome.failure;
  return outcome.kind === 'applied-not-visible' ? outcome.readFailure : undefined;
}
