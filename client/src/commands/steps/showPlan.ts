import { commands } from 'vscode';
import { describeComparison, describePlan, type PlanDocument } from '../../apply/plan/document.ts';
import type { Plan } from '../../apply/plan/plan.ts';
import type { CommandHost } from '../commandHost.ts';
import { closeText, openText, type Shown } from './textDocuments.ts';

/** Shows a plan in a diff editor: what the bucket has beside what it will have, and what was checked; the result takes that away. */
export function showPlan(host: CommandHost, plan: Plan, title: string): Promise<Shown> {
  return showSides(host, plan, describePlan(plan), { title, left: 'now.yaml', right: 'will-be.yaml' });
}

/** Shows in a diff editor in what a bucket and a document differ. */
export async function showComparison(host: CommandHost, plan: Plan, title: string): Promise<void> {
  await showSides(host, plan, describeComparison(plan), { title, left: 'bucket.yaml', right: 'document.yaml' });
}

/** What the two sides are called: of both, and of each as a file. */
interface Sides {
  readonly title: string;
  readonly left: string;
  readonly right: string;
}

async function showSides(
  host: CommandHost,
  { target }: Plan,
  { now, willBe }: PlanDocument,
  sides: Sides,
): Promise<Shown> {
  const { name } = target.bucket;
  const left = openText(host, `${name}/${sides.left}`, now);
  const right = openText(host, `${name}/${sides.right}`, willBe);
  await commands.executeCommand('vscode.diff', left, right, sides.title, { preview: true });
  return { close: () => closeText(right) };
}
