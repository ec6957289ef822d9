import { l10n, window } from 'vscode';
import type { Plan } from '../../apply/plan/plan.ts';
import { type Prepared, preparePlan } from '../../apply/plan/prepare.ts';
import { type Attempt, remediesFor, remediesForRefusal, tellWith } from './remedies.ts';
import { failureText, progressively, refusalText } from './tell.ts';

/** A plan, or what the user wants to try next in place of it; neither where it ends here. */
export interface MadePlan {
  readonly plan?: Plan;
  readonly next?: Attempt | undefined;
}

/** Reads what the bucket has and plans the change. Where there is none to make, or none can be planned, it is told why. */
export async function makePlan(attempt: Attempt): Promise<MadePlan> {
  const { aws, desired, bucket } = attempt;
  const prepared = await progressively(l10n.t('Reading {0}', bucket.name), (signal) =>
    preparePlan(aws, desired, bucket, { signal }),
  );
  if (!prepared.ok) return { next: await tellUnplanned(attempt, prepared) };
  if (!prepared.plan.isNoChange) return { plan: prepared.plan };
  void window.showInformationMessage(l10n.t('{0} already has this configuration. Nothing was sent.', bucket.name));
  return {};
}

async function tellUnplanned(attempt: Attempt, prepared: Prepared & { ok: false }): Promise<Attempt | undefined> {
  if ('refusal' in prepared) {
    return tellWith(refusalText(prepared.refusal), remediesForRefusal(prepared.refusal, attempt));
  }
  const { failure } = prepared;
  return failure.kind === 'cancelled' ? undefined : tellWith(failureText(failure), remediesFor(failure, attempt));
}
