import { type QuickPickItem, window } from 'vscode';
import type { Check } from '../../apply/checks/check.ts';
import { failedChecks } from '../../apply/checks/checks.ts';
import type { Plan } from '../../apply/plan.ts';
import { type Attempt, type Remedy, remediesForChecks } from './remedies.ts';

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
      ? `What will change in ${target.bucket.name} is shown below`
      : `This can’t be applied to ${target.bucket.name}`;
  const picked = await window.showQuickPick<Item>(items, { title, placeHolder: summary(checks), ignoreFocusOut: true });
  return picked === goOn ? 'apply' : picked?.remedy?.take();
}

interface Item extends QuickPickItem {
  readonly remedy?: Remedy;
}

const goOn: Item = { label: '$(arrow-right) Apply these changes…', description: 'asks once more' };
const leave: Item = { label: '$(close) Leave the bucket as it is' };

function asItem(remedy: Remedy): Item {
  return { label: `$(lightbulb) ${remedy.title}`, remedy };
}

function asReason({ name, message }: Check): Item {
  return { label: `$(error) ${name}`, detail: message };
}

function summary(checks: readonly Check[]): string {
  const count = (result: Check['result']) => checks.filter((check) => check.result === result).length;
  const counts = [
    `${count('passed')} checks passed`,
    `${count('warning')} with a warning`,
    `${count('failed')} failed`,
    `${count('not-checked')} could not be made`,
  ];
  return counts.filter((text) => !text.startsWith('0 ')).join(', ');
}
