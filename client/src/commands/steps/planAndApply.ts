import { l10n } from 'vscode';
import type { CommandHost } from '../commandHost.ts';
import { carryOut } from './carryOut.ts';
import { confirm } from './confirm.ts';
import { makePlan } from './makePlan.ts';
import type { Attempt } from './remedies.ts';
import { review } from './review.ts';
import { showPlan } from './showPlan.ts';

/** Plans a change, shows it, asks, and carries it out; again, for as long as it fails and the user knows better. */
export async function planAndApply(host: CommandHost, first: Attempt): Promise<void> {
  let attempt: Attempt | undefined = first;
  while (attempt) attempt = await tryOnce(host, attempt);
}

/** One attempt; gives the next one. */
async function tryOnce(host: CommandHost, attempt: Attempt): Promise<Attempt | undefined> {
  const { plan, next } = await makePlan(attempt);
  if (!plan) return next;
  const title = l10n.t('{0}: now ↔ will be', plan.target.bucket.name);
  const shown = await showPlan(host, plan, title);
  const wanted = await review(attempt, plan);
  if (wanted === 'apply' && (await confirm(plan))) return carryOut(host, attempt, plan);
  await shown.close();
  return wanted === 'apply' ? undefined : wanted;
}
