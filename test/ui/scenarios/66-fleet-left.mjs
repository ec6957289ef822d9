import assert from 'node:assert/strict';
import { assertUntouched, markAllBuckets, noteTraces, startApplyingToMany } from '../applySteps.mjs';

export const title = 'a change of many buckets is left at its buckets and at its question, which leaves no plan behind';

export async function play(workbench, take) {
  const before = noteTraces(workbench);
  await workbench.open('apply-me.json');
  await startApplyingToMany(workbench);
  await workbench.press('Enter');
  await workbench.notification('No bucket was ticked. Nothing was sent.');
  await startApplyingToMany(workbench);
  await markAllBuckets(workbench, 'reports-eu');
  await workbench.press('Enter');
  await workbench.locator('.quick-input-widget:visible', { hasText: 'Type the number of buckets' }).waitFor();
  await workbench.untilPreview('What changes');
  await take('-plan');
  await workbench.press('Escape');
  await workbench.tab('apply-me.json').waitFor();
  assert.equal(await workbench.locator('.tab', { hasText: 'Plan.md' }).count(), 0);
  assertUntouched(workbench, before);
}
