import { startApplyingToMany } from '../applySteps.mjs';

export const title = 'what can’t be listed is told, and the buckets that can are there to choose from at once';

export async function play(workbench, take) {
  const effect = { kind: 'refuse', status: 403, code: 'AccessDenied' };
  workbench.sandbox.faults.add({ operation: 'ListDirectoryBuckets', times: Number.POSITIVE_INFINITY, effect });
  await workbench.open('apply-me.json');
  await startApplyingToMany(workbench);
  await workbench.notification('directory buckets can’t be listed: AccessDenied');
  await take('-told');
  await workbench.press('Escape');
  await workbench.untilNothingAsked();
}
