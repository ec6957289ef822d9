import { l10n, window } from 'vscode';
import { forgetFleet, placeOf, type StoppedFleet } from '../../apply/fleet/fleetRecord.ts';
import { Pace } from '../../apply/pace.ts';
import type { CommandHost } from '../commandHost.ts';
import { openAwsAs } from './openAwsAs.ts';
import { planAndApplyToMany } from './planAndApplyToMany.ts';
import { isSamePlace } from './samePlace.ts';

/** Offers to go on with what is left of each change of many buckets that was stopped: planned, shown and asked for anew. */
export async function resumeFleets(host: CommandHost, fleets: readonly StoppedFleet[]): Promise<void> {
  for (const fleet of fleets) {
    const wanted = await askWhatToDo(fleet);
    if (wanted === 'forget' || (wanted === 'go-on' && (await resume(host, fleet)))) await forgetFleet(fleet);
  }
}

async function askWhatToDo({ order, left }: StoppedFleet): Promise<'go-on' | 'forget' | undefined> {
  const [goOn, forget] = [l10n.t('Plan the Rest…'), l10n.t('Leave It')];
  const message = l10n.t(
    'A change of {0} buckets was stopped, and {1} of them have no good end on record.',
    order.buckets.length,
    left.length,
  );
  const picked = await window.showWarningMessage(message, goOn, forget, l10n.t('Later'));
  if (picked === goOn) return 'go-on';
  return picked === forget ? 'forget' : undefined;
}

/** True once the rest was carried out: it has a record of its own then, or an end. */
async function resume(host: CommandHost, { order, left }: StoppedFleet): Promise<boolean> {
  const pace = new Pace();
  const { profile, region, desired } = order;
  const aws = await openAwsAs(host, profile, region, pace);
  if (!aws) return false;
  try {
    const place = placeOf(order);
    if (place && !(await isSamePlace(aws, place))) return false;
    return await planAndApplyToMany({ host, aws, pace, desired }, left);
  } finally {
    aws.close();
  }
}
