import { commands } from 'vscode';
import { describePlan } from '../../apply/plan/document.ts';
import type { Plan } from '../../apply/plan/plan.ts';
import type { CommandHost } from '../commandHost.ts';
import { closeText, openText, type Shown } from './textDocuments.ts';

/** What the two sides of a plan are called: of both, and of each as a file. */
export interface Sides {
  readonly title: string;
  readonly left: string;
  readonly right: string;
}

/** Shows a plan in a diff editor: what the bucket has beside what it will have, and what was checked; the result takes that away. */
export async function showPlan(host: CommandHost, plan: Plan, sides: Sides): Promise<Shown> {
  const { name } = plan.target.bucket;
  const { now, willBe } = describePlan(plan);
  const left = openText(host, `${name}/${sides.left}`, now);
  const right = openText(host, `${name}/${sides.right}`, willBe);
  await commands.executeCommand('vscode.diff', left, right, sides.title, { preview: true });
  return { close: () => closeText(right) };
}
