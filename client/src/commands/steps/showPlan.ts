import { commands, l10n } from 'vscode';
import { describePlan } from '../../apply/plan/document.ts';
import type { Plan } from '../../apply/plan/plan.ts';
import type { CommandHost } from '../commandHost.ts';
import { closeText, openText, type Shown } from './textDocuments.ts';

/** Shows a plan in a diff editor: what the bucket has beside what it will have, and what was checked; the result takes that away. */
export async function showPlan(host: CommandHost, plan: Plan): Promise<Shown> {
  const { name } = plan.target.bucket;
  const { now, willBe } = describePlan(plan);
  const left = openText(host, `${name}/now.yaml`, now);
  const right = openText(host, `${name}/will-be.yaml`, willBe);
  await commands.executeCommand('vscode.diff', left, right, l10n.t('{0}: now ↔ will be', name), { preview: true });
  return { close: () => closeText(right) };
}
