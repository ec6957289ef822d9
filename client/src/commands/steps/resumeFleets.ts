import { l10n, window } from 'vscode';
import { forgetFleet, noteRest, placeOf, type StoppedFleet } from '../../apply/fleet/fleetRecord.ts';
import type { FleetResult } from '../../apply/fleet/fleetResult.ts';
import { Pace } from '../../apply/pace.ts';
import type { CommandHost } from '../commandHost.ts';
import { openAwsAs } from './openAwsAs.ts';
import { planAndApplyToMany } from './planAndApplyToMany.ts';
import { isSamePlace } from './samePlace.ts';

/** Offers to go on with what is left of each change of many buckets that was stopped: planned, shown and asked for anew. */
export async function resumeFleets(host: CommandHost, fleets: readonly StoppedFleet[]): Promise<void> {
  for (const fleet of fleets) {
    const wanted = await askWhatToDo(fleet);
    if (wanted === 'forget') await forgetFleet(fleet);
    if (wanted === 'go-on') await resume(host, fleet);
  }
}

async function askWhatToDo({ order, left }: StoppedFleet): Promise<'go-on' | 'forget' | undefined> {
  const [goOn, forget] = [l10n.t('Plan the Rest…'), l10n.t('Leave It')];
  const message = l10n.t(
    'A change of several buckets was stopped. Without a good end on record: {0} of {1}.',
    left.length,
    order.buckets.length,
  );
  const picked = await window.showWarningMessage(message, goOn, forget, l10n.t('Later'));
  if (picked === goOn) return 'go-on';
  return picked === forget ? 'forget' : undefined;
}

/** The record stays until each bucket that was left has a good end: nobody else knows of those that have none. */
async function resume(host: CommandHost, fleet: StoppedFleet): Promise<void> {
  const pace = new Pace();
  const { order, left } = fleet;
  const { profile, region, desired } = order;
  const aws = await openAwsAs(host, profile, region, pace);
  if (!aws) return;
  try {
    const place = placeOf(order);
    if (place && !(await isSamePlace(aws, place))) return;
    const onEnded = (results: readonly FleetResult[]) => noteRest(fleet, results);
    await planAndApplyToMany({ host, aws, pace, desired, onEnded }, left);
  } finally {
    aws.close();
  }
}
