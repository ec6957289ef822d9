import type { BucketType } from '../../../server/src/protocol.ts';
import { Pace } from '../apply/pace.ts';
import type { Desired } from '../apply/plan/request.ts';
import type { Bucket } from '../aws/bucketName.ts';
import type { CommandHost } from './commandHost.ts';
import { chooseAws } from './steps/chooseAws.ts';
import { chooseBuckets } from './steps/chooseBuckets.ts';
import { type ChosenConfiguration, chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { planAndApplyToMany } from './steps/planAndApplyToMany.ts';
import { applying } from './steps/wording.ts';

/**
 * Applies a configuration to buckets that the user chooses: one plan for all, one table of differences, one question; and
 * a report in which every one of them is. What failed can be tried again.
 */
export async function applyToManyBuckets(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  const chosen = place && (await chooseConfiguration(host, place, applying));
  const pace = new Pace();
  const aws = chosen && (await chooseAws(host, pace));
  if (!aws) return;
  try {
    const buckets = await chooseBuckets(aws, pace);
    const desired = buckets && (await judgeTypes(host, chosen, buckets));
    if (buckets && desired) await planAndApplyToMany({ host, aws, pace, desired }, buckets);
  } finally {
    aws.close();
  }
}

/** The configuration as each type of bucket that was chosen can have it; undefined where one of them can't. */
async function judgeTypes(host: CommandHost, chosen: ChosenConfiguration, buckets: readonly Bucket[]) {
  const desired: Partial<Record<BucketType, Desired>> = {};
  for (const type of new Set(buckets.map((bucket) => bucket.type))) {
    const judged = await judgeAs(host, chosen, type);
    if (!judged) return undefined;
    desired[type] = judged;
  }
  return desired;
}
