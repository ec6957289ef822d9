import { describePlan } from '../../apply/document.ts';
import type { Plan } from '../../apply/plan.ts';
import type { CommandHost } from '../commandHost.ts';
import { PlanDocuments } from './planDocuments.ts';

/** Shows a plan in a diff editor: what the bucket has beside what it will have, and what was checked; the result takes that away. */
export async function showPlan(host: CommandHost, plan: Plan): Promise<{ close(): Promise<void> }> {
  planDocuments ??= host.keep(new PlanDocuments());
  return planDocuments.show(plan.target.bucket.name, describePlan(plan));
}

let planDocuments: PlanDocuments | undefined;
