import { l10n } from 'vscode';
import type { CommandHost } from './commandHost.ts';
import { atChosenBucket } from './steps/atChosenBucket.ts';
import { chooseConfiguration } from './steps/chooseConfiguration.ts';
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
  const question = l10n.t('Apply to which bucket? Type to filter, or type a name');
  await atChosenBucket(host, chosen, question, (there) => planAndApply(host, there));
}
