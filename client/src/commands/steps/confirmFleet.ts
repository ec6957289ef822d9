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
    title: `Change the default encryption of ${number} buckets in ${accountsText({ changes, settled })}?`,
    prompt: `${forLifeText({ changes, settled })}The table shows what changes. Type the number of buckets to go on: ${number}`,
    ignoreFocusOut: true,
    validateInput: (text) => (text === number ? undefined : `Type ${number} to go on, or Escape to leave`),
  });
  return typed === number;
}

function accountsText({ changes }: FleetPlan): string {
  const accounts = [...new Set(changes.map(({ plan }) => plan.target.account ?? 'not known'))];
  return `account ${accounts.join(', ')}`;
}

function forLifeText({ changes }: FleetPlan): string {
  const count = changes.filter(({ plan }) => isForLife(plan.checks)).length;
  return count === 0 ? '' : `${count} directory buckets get their only key for ever. `;
}
