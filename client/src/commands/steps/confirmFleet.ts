import { l10n, window } from 'vscode';
import { isForLife } from '../../apply/checks/keyForLife.ts';
import type { FleetPlan } from '../../apply/fleet/planFleet.ts';

/** Asks once for all buckets, by having their number typed: nobody does that in passing. */
export async function confirmFleet({ changes, settled }: FleetPlan): Promise<boolean> {
  if (changes.length === 0) {
    void window.showInformationMessage(noneText(settled.length));
    return false;
  }
  const number = String(changes.length);
  const typed = await window.showInputBox({
    title: titleText(number, placeText(changes)),
    prompt:
      forLifeText(changes) + l10n.t('The table shows what changes. Type the number of buckets to go on: {0}', number),
    ignoreFocusOut: true,
    validateInput: (text) => (text === number ? undefined : l10n.t('Type {0} to go on, or Escape to leave', number)),
  });
  return typed === number;
}

function noneText(count: number): string {
  return count === 1
    ? l10n.t('The bucket will not change. Nothing was sent.')
    : l10n.t('None of {0} buckets will change. Nothing was sent.', count);
}

function titleText(number: string, place: string): string {
  return number === '1'
    ? l10n.t('Change the default encryption of 1 bucket in {0}?', place)
    : l10n.t('Change the default encryption of {0} buckets in {1}?', number, place);
}

function placeText(changes: FleetPlan['changes']): string {
  const accounts = new Set(changes.map(({ plan }) => plan.target.account ?? l10n.t('not known')));
  const profiles = new Set(changes.map(({ plan }) => plan.target.profile ?? l10n.t('default chain')));
  return l10n.t('account {0}, profile {1}', [...accounts].join(', '), [...profiles].join(', '));
}

function forLifeText(changes: FleetPlan['changes']): string {
  const count = changes.filter(({ plan }) => isForLife(plan.checks)).length;
  if (count === 0) return '';
  return count === 1
    ? `${l10n.t('1 directory bucket gets its only key for ever.')} `
    : `${l10n.t('{0} directory buckets get their only key for ever.', count)} `;
}
