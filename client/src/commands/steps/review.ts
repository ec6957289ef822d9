import { l10n, type QuickPickItem, window } from 'vscode';
import type { Check } from '../../apply/checks/check.ts';
import { failedChecks } from '../../apply/checks/checks.ts';
import type { Plan } from '../../apply/plan/plan.ts';
import { type Attempt, type Remedy, remediesForChecks } from './remedies.ts';
import { translate } from './translate.ts';

/**
 * Lets the user look at a plan for as long as he likes; it is not modal, so that the differences can be scrolled. Gives
 * the next attempt where he would have something otherwise. What a failed check stands in the way of can't be applied.
 */
export async function review(attempt: Attempt, { target, checks }: Plan): Promise<'apply' | Attempt | undefined> {
  const failed = failedChecks(checks);
  const remedies = remediesForChecks(checks, attempt).map(asItem);
  const items = [...(failed.length === 0 ? [goOn] : failed.map(asReason)), ...remedies, leave];
  const title =
    failed.length === 0
      ? l10n.t('What will change in {0} is shown below', target.bucket.name)
      : l10n.t('This can’t be applied to {0}', target.bucket.name);
  const picked = await window.showQuickPick<Item>(items, { title, placeHolder: summary(checks), ignoreFocusOut: true });
  return picked === goOn ? 'apply' : picked?.remedy?.take();
}

interface Item extends QuickPickItem {
  readonly remedy?: Remedy;
}

const goOn: Item = {
  label: `$(arrow-right) ${l10n.t('Apply these changes…')}`,
  description: l10n.t('asks once more'),
};
const leave: Item = { label: `$(close) ${l10n.t('Leave the bucket as it is')}` };

function asItem(remedy: Remedy): Item {
  return { label: `$(lightbulb) ${remedy.title}`, remedy };
}

function asReason({ name, message }: Check): Item {
  return { label: `$(error) ${translate(name)}`, detail: translate(message) };
}

function summary(checks: readonly Check[]): string {
  const count = (result: Check['result']) => checks.filter((check) => check.result === result).length;
  const counts: readonly (readonly [number, string])[] = [
    [count('passed'), l10n.t('{0} checks passed', count('passed'))],
    [count('warning'), l10n.t('{0} with a warning', count('warning'))],
    [count('failed'), l10n.t('{0} failed', count('failed'))],
    [count('not-checked'), l10n.t('{0} could not be made', count('not-checked'))],
  ];
  const some = counts.filter(([number]) => number > 0);
  return some.map(([, text]) => text).join(', ');
}
