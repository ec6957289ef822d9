import { window } from 'vscode';
import { isForLife } from '../../apply/checks/keyForLife.ts';
import type { FleetPlan } from '../../apply/fleet/planFleet.ts';

/** Asks once for all buckets, by having their number typed: nobody does that in passing. */
export async function confirmFleet({ changes, settled }: FleetPlan): Promise<boolean> {
  if (changes.length === 0) {
    await window.showInformationMessage(`None of ${settled.length} buckets will change. Nothing was sent.`);
    return false;
  }
  const number = String(changes.length);
  const typed = await window.showInputBox({
    title: `Change the default encryption of ${number} ${number === '1' ? 'bucket' : 'buckets'} in ${placeText(changes)}?`,
    prompt: `${forLifeText(changes)}The table shows what changes. Type the number of buckets to go on: ${number}`,
    ignoreFocusOut: true,
    validateInput: (text) => (text === number ? undefined : `Type ${number} to go on, or Escape to leave`),
  });
  return typed === number;
}

function placeText(changes: FleetPlan['changes']): string {
  const accounts = new Set(changes.map(({ plan }) => plan.target.account ?? 'not known'));
  const profiles = new Set(changes.map(({ plan }) => plan.target.profile ?? 'default chain'));
  return `account ${[...accounts].join(', ')}, profile ${[...profiles].join(', ')}`;
}

function forLifeText(changes: FleetPlan['changes']): string {
  const count = changes.filter(({ plan }) => isForLife(plan.checks)).length;
  if (count === 0) return '';
  return count === 1
    ? '1 directory bucket gets its only key for ever. '
    : `${count} directory buckets get their only key for ever. `;
}
