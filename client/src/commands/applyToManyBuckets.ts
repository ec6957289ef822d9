import { l10n } from 'vscode';
import type { BucketType } from '../../../server/src/protocol.ts';
import { executeFleet } from '../apply/fleet/executeFleet.ts';
import { countsOf } from '../apply/fleet/fleetReport.ts';
import type { FleetResult, FleetStatus } from '../apply/fleet/fleetResult.ts';
import { Pace } from '../apply/fleet/pace.ts';
import { type FleetPlan, planFleet } from '../apply/fleet/planFleet.ts';
import { journalIn } from '../apply/journal.ts';
import type { Desired } from '../apply/request.ts';
import type { Aws } from '../aws/aws.ts';
import type { Bucket } from '../aws/bucketName.ts';
import type { CommandHost } from './commandHost.ts';
import { chooseAws } from './steps/chooseAws.ts';
import { chooseBuckets } from './steps/chooseBuckets.ts';
import { type ChosenConfiguration, chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { confirmFleet } from './steps/confirmFleet.ts';
import { showFleetPlan, tellFleet } from './steps/fleetDocuments.ts';
import { progressively } from './steps/tell.ts';

/** How many buckets are worked on at once; fewer where AWS asks for it. */
const atOnce = 16;

/**
 * Applies a configuration to buckets that the user chooses: one plan for all, one table of differences, one question; and
 * a report in which every one of them is. What failed can be tried again.
 */
export async function applyToManyBuckets(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  const chosen = place && (await chooseConfiguration(host, place));
  const pace = new Pace({ most: atOnce });
  const aws = chosen && (await chooseAws(host, (retry) => retry.failure.kind === 'throttled' && pace.slowDown()));
  if (!aws) return;
  try {
    const buckets = await chooseBuckets(aws, pace);
    const desiredFor = buckets && (await judgeTypes(host, chosen, buckets));
    if (buckets && desiredFor) await applyTo({ host, aws, pace, desiredFor }, buckets);
  } finally {
    aws.close();
  }
}

interface Fleet {
  readonly host: CommandHost;
  readonly aws: Aws;
  readonly pace: Pace;
  readonly desiredFor: (type: BucketType) => Desired;
}

/** The configuration as each type of bucket that was chosen can have it; undefined where one of them can't. */
async function judgeTypes(host: CommandHost, chosen: ChosenConfiguration, buckets: readonly Bucket[]) {
  const desired = new Map<BucketType, Desired>();
  for (const type of new Set(buckets.map((bucket) => bucket.type))) {
    const judged = await judgeAs(host, chosen, type);
    if (!judged) return undefined;
    desired.set(type, judged);
  }
  return (type: BucketType): Desired => desired.get(type) ?? { configuration: {}, request: {} };
}

async function applyTo(fleet: Fleet, buckets: readonly Bucket[]): Promise<void> {
  const plan = await makeFleetPlan(fleet, buckets);
  await showFleetPlan(fleet.host, plan);
  const results = (await confirmFleet(plan)) ? await carryOutFleet(fleet, plan) : undefined;
  if (!results) return;
  const wanted = await tellFleet(fleet.host, results);
  if (wanted === 'again') await applyTo(fleet, bucketsWith(results, ['failed', 'not-started']));
}

function makeFleetPlan({ aws, pace, desiredFor }: Fleet, buckets: readonly Bucket[]): Promise<FleetPlan> {
  return progressively(l10n.t('Reading {0} buckets', buckets.length), (signal, report) => {
    const onPlanned = (done: number) => report(l10n.t('{0} of {1}', done, buckets.length));
    return planFleet({ aws, buckets, desiredFor, pace, signal, onPlanned });
  });
}

function carryOutFleet({ host, pace }: Fleet, plan: FleetPlan): Promise<FleetResult[]> {
  const total = plan.changes.length;
  return progressively(l10n.t('Applying to {0} buckets', total), (signal, report) => {
    const ended: FleetResult[] = [];
    const onResult = (result: FleetResult) => {
      ended.push(result);
      const { failed } = countsOf(ended);
      report(
        failed > 0
          ? l10n.t('{0} of {1}, {2} failed', ended.length, total, failed)
          : l10n.t('{0} of {1}', ended.length, total),
      );
    };
    return executeFleet(plan, { journal: journalIn(host.journalFolder), pace, signal, onResult });
  });
}

function bucketsWith(results: readonly FleetResult[], statuses: readonly FleetStatus[]): Bucket[] {
  return results.filter(({ status }) => statuses.includes(status)).map(({ bucket }) => bucket);
}
