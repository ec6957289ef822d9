import { l10n } from 'vscode';
import type { CommandHost } from './commandHost.ts';
import { chooseAws } from './steps/chooseAws.ts';
import { chooseBucket } from './steps/chooseBucket.ts';
import { chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { planAndApply } from './steps/planAndApply.ts';
import { applying } from './steps/wording.ts';

/**
 * Applies a configuration to a bucket that the user chooses: the one at the cursor, or at the place that the argument
 * names. Nothing is sent that was not shown, and every step before that can be left without a trace.
 */
export async function applyToBucket(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  const chosen = place && (await chooseConfiguration(host, place, applying));
  if (!chosen) return;
  const aws = await chooseAws(host);
  if (!aws) return;
  try {
    const question = l10n.t('Apply to which bucket? Type to filter, or type a name');
    const there = await chooseBucket(aws, chosen.statedBucket, question);
    const desired = there && (await judgeAs(host, chosen, there.bucket.type));
    if (there && desired) await planAndApply(host, { ...there, desired });
  } finally {
    aws.close();
  }
}
