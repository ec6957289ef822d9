import { commands, l10n, TabInputTextDiff, type Uri, window } from 'vscode';
import { describePlan } from '../../apply/plan/document.ts';
import type { Plan } from '../../apply/plan/plan.ts';
import type { CommandHost } from '../commandHost.ts';
import { openText } from './textDocuments.ts';

/** Shows a plan in a diff editor: what the bucket has beside what it will have, and what was checked; the result takes that away. */
export async function showPlan(host: CommandHost, plan: Plan): Promise<{ close(): Promise<void> }> {
  const { name } = plan.target.bucket;
  const { now, willBe } = describePlan(plan);
  const left = openText(host, `${name}/now.yaml`, now);
  const right = openText(host, `${name}/will-be.yaml`, willBe);
  await commands.executeCommand('vscode.diff', left, right, l10n.t('{0}: now ↔ will be', name), { preview: true });
  return { close: () => closeDiff(right) };
}

async function closeDiff(right: Uri): Promise<void> {
  const isIt = (input: unknown) => input instanceof TabInputTextDiff && input.modified.toString() === right.toString();
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => isIt(tab.input));
  await window.tabGroups.close(tabs);
}
