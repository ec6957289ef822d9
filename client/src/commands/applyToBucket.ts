import type { CommandHost } from './commandHost.ts';
import { carryOut } from './steps/carryOut.ts';
import { chooseAws } from './steps/chooseAws.ts';
import { chooseBucket } from './steps/chooseBucket.ts';
import { chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { confirm } from './steps/confirm.ts';
import { makePlan } from './steps/makePlan.ts';
import type { Attempt } from './steps/remedies.ts';
import { review } from './steps/review.ts';
import { showPlan } from './steps/showPlan.ts';

/**
 * Applies a configuration to a bucket that the user chooses: the one at the cursor, or at the place that the argument
 * names. Nothing is sent that was not shown, and every step before that can be left without a trace.
 */
export async function applyToBucket(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  const chosen = place && (await chooseConfiguration(host, place));
  if (!chosen) return;
  const aws = await chooseAws(host);
  if (!aws) return;
  try {
    const there = await chooseBucket(aws, chosen.statedBucket);
    const desired = there && (await judgeAs(host, chosen, there.bucket.type));
    let attempt: Attempt | undefined = desired && { ...there, desired };
    while (attempt) attempt = await planAndApply(host, attempt);
  } finally {
    aws.close();
  }
}

/** One attempt; gives the next one, where it failed and the user knows better. */
async function planAndApply(host: CommandHost, attempt: Attempt): Promise<Attempt | undefined> {
  const { plan, next } = await makePlan(attempt);
  if (!plan) return next;
  const shown = await showPlan(host, plan);
  const wanted = await review(attempt, plan);
  if (wanted === 'apply' && (await confirm(plan))) return carryOut(host, attempt, plan);
  await shown.close();
  return wanted === 'apply' ? undefined : wanted;
}
