import type { BucketType } from '../../../../server/src/protocol.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { Failure } from '../../aws/failure.ts';
import { failedChecks } from '../checks/checks.ts';
import { type Door, type DoorTo, openDoors } from '../doors.ts';
import { endsAll } from '../ofCredentials.ts';
import type { Pace } from '../pace.ts';
import { checkFailed, type Plan } from '../plan/plan.ts';
import { preparePlan } from '../plan/prepare.ts';
import type { Desired } from '../plan/request.ts';
import { type FleetResult, failedResult, notStarted, refusedResult } from './fleetResult.ts';

/** A bucket that will be changed: its plan, and the door to it. */
export interface FleetChange {
  readonly bucket: Bucket;
  readonly plan: Plan;
  readonly door: Door;
}

/** What will be done to many buckets: a plan for each that changes, and why the others don't, in the order asked for. */
export interface FleetPlan {
  readonly changes: readonly FleetChange[];
  readonly settled: readonly FleetResult[];
}

/** What is to be planned, at which pace, and who is told. */
export interface FleetPlanOptions {
  readonly aws: Aws;
  readonly buckets: readonly Bucket[];
  /** What is asked for, as a bucket of this type can have it. */
  readonly desiredFor: (type: BucketType) => Desired;
  readonly pace: Pace;
  readonly signal?: AbortSignal | undefined;
  /** Told with every bucket that has been planned. */
  readonly onPlanned?: ((done: number) => void) | undefined;
}

/** Plans the change of each bucket, and checks each against the account. Nothing is changed; never throws. */
export async function planFleet(options: FleetPlanOptions): Promise<FleetPlan> {
  const { aws, buckets, pace, signal, onPlanned } = options;
  const doorTo = openDoors(aws);
  const planned = new Map<Bucket, FleetChange | FleetResult>();
  let isOver = false;
  const work = async (bucket: Bucket) => {
    const { found, isLast } = await planOne(bucket, doorTo, options);
    if (isLast) isOver = true;
    planned.set(bucket, found);
    onPlanned?.(planned.size);
  };
  await pace.forEach(buckets, work, () => isOver || (signal?.aborted ?? false));
  const all = buckets.map((bucket) => planned.get(bucket) ?? notStarted(bucket));
  return {
    changes: all.filter((each) => 'plan' in each),
    settled: all.filter((each) => 'status' in each),
  };
}

/** What was found of a bucket, and whether it is the last: there is no use in asking for another one then. */
interface Found {
  readonly found: FleetChange | FleetResult;
  readonly isLast?: boolean;
}

async function planOne(bucket: Bucket, doorTo: DoorTo, { desiredFor, pace, signal }: FleetPlanOptions): Promise<Found> {
  const door = await doorTo(bucket, signal);
  if (!door.ok) return unplanned(bucket, door.failure);
  const { aws, keys } = door.value;
  const prepared = await preparePlan(aws, desiredFor(bucket.type), bucket, { signal, keys });
  const failure = failureIn(prepared);
  if (failure) pace.heed(failure);
  if (failure && endsAll(failure)) return unplanned(bucket, failure);
  if (prepared.ok) return { found: planResult(bucket, prepared.plan, door.value) };
  return 'refusal' in prepared
    ? { found: refusedResult(bucket, prepared.refusal) }
    : unplanned(bucket, prepared.failure);
}

/** A bucket that was not begun where the user has left, and failed where anything else stands in the way. */
function unplanned(bucket: Bucket, failure: Failure): Found {
  const found = failure.kind === 'cancelled' ? notStarted(bucket) : failedResult(bucket, failure);
  return { found, isLast: endsAll(failure) };
}

function failureIn(prepared: Awaited<ReturnType<typeof preparePlan>>) {
  if (prepared.ok) return undefined;
  return 'refusal' in prepared ? prepared.refusal.failure : prepared.failure;
}

function planResult(bucket: Bucket, plan: Plan, door: Door): FleetChange | FleetResult {
  if (plan.isNoChange) return { bucket, status: 'unchanged', detail: '' };
  const [failed] = failedChecks(plan.checks);
  return failed ? refusedResult(bucket, checkFailed(failed)) : { bucket, plan, door };
}
