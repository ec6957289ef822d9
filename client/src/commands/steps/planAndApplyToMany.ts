import { l10n } from 'vscode';
import type { BucketType } from '../../../../server/src/protocol.ts';
import { executeFleet } from '../../apply/fleet/executeFleet.ts';
import { beginFleet, type FleetOrder } from '../../apply/fleet/fleetRecord.ts';
import { countsOf } from '../../apply/fleet/fleetReport.ts';
import { type FleetResult, mayEndBetter } from '../../apply/fleet/fleetResult.ts';
import { type FleetPlan, planFleet } from '../../apply/fleet/planFleet.ts';
import { journalIn } from '../../apply/journal/journal.ts';
import type { Pace } from '../../apply/pace.ts';
import type { Desired } from '../../apply/plan/request.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { CommandHost } from '../commandHost.ts';
import { tellCarriedOut } from './carriedOut.ts';
import { confirmFleet } from './confirmFleet.ts';
import { showFleetPlan, tellFleet } from './fleetDocuments.ts';
import { progressively, tellFault } from './tell.ts';

/** What buckets are to get, and through whom. */
export interface Fleet {
  readonly host: CommandHost;
  readonly aws: Aws;
  readonly pace: Pace;
  /** The configuration as each type of bucket can have it. */
  readonly desired: Readonly<Partial<Record<BucketType, Desired>>>;
  /** Told what came of each bucket that was dealt with, before the user is. */
  readonly onEnded?: ((results: readonly FleetResult[]) => Promise<void>) | undefined;
}

/**
 * Plans a change of many buckets, shows it, asks, and carries it out; again, for as long as the user wants what failed to be
 * tried again.
 */
export async function planAndApplyToMany(fleet: Fleet, buckets: readonly Bucket[]): Promise<void> {
  const plan = await makeFleetPlan(fleet, buckets);
  if (!plan) return;
  const shown = await showFleetPlan(fleet.host, plan);
  const isWanted = await confirmFleet(plan);
  // Where nothing would change it stays, for it says why.
  if (!isWanted && plan.changes.length > 0) await shown.close();
  const results = isWanted ? await carryOutFleet(fleet, plan).catch(tellFault) : undefined;
  await fleet.onEnded?.(results ?? plan.settled);
  if (!results) return;
  const wanted = await tellFleet(fleet.host, results);
  if (wanted === 'again')
    await planAndApplyToMany(
      fleet,
      results.filter(mayEndBetter).map(({ bucket }) => bucket),
    );
}

/** Undefined where the user leaves meanwhile. */
function makeFleetPlan({ aws, pace, desired }: Fleet, buckets: readonly Bucket[]): Promise<FleetPlan | undefined> {
  const desiredFor = (type: BucketType): Desired => desired[type] ?? { configuration: {}, request: {} };
  return progressively(readingText(buckets.length), async (signal, report) => {
    const onPlanned = (done: number) => report(l10n.t('{0} of {1}', done, buckets.length));
    const plan = await planFleet({ aws, buckets, desiredFor, pace, signal, onPlanned });
    return signal.aborted ? undefined : plan;
  });
}

async function carryOutFleet(fleet: Fleet, plan: FleetPlan): Promise<FleetResult[]> {
  const { host, pace } = fleet;
  const record = await beginFleet(host.journalFolder, await orderOf(fleet, plan));
  const total = plan.changes.length;
  try {
    return await progressively(applyingText(total), (signal, report) => {
      const ended: FleetResult[] = [];
      const onResult = (result: FleetResult) => {
        ended.push(result);
        record.note(result);
        report(progressText(ended, total));
      };
      return executeFleet(plan, { journal: journalIn(host.journalFolder), pace, signal, onResult });
    });
  } finally {
    tellCarriedOut(plan.changes.map(({ bucket }) => bucket.name));
    await record.close();
  }
}

async function orderOf({ aws, desired }: Fleet, { changes }: FleetPlan): Promise<FleetOrder> {
  const [first] = changes;
  const account = first?.plan.target.account;
  return {
    ...(aws.profile !== undefined && { profile: aws.profile }),
    ...(account !== undefined && { account }),
    region: aws.region,
    ...(first && { host: await aws.effectiveHost(first.bucket.name) }),
    buckets: changes.map(({ bucket }) => bucket),
    desired,
  };
}

function readingText(count: number): string {
  return count === 1 ? l10n.t('Reading 1 bucket') : l10n.t('Reading {0} buckets', count);
}

function applyingText(count: number): string {
  return count === 1 ? l10n.t('Applying to 1 bucket') : l10n.t('Applying to {0} buckets', count);
}

function progressText(ended: readonly FleetResult[], total: number): string {
  const { failed } = countsOf(ended);
  return failed > 0
    ? l10n.t('{0} of {1}, {2} failed', ended.length, total, failed)
    : l10n.t('{0} of {1}', ended.length, total);
}
