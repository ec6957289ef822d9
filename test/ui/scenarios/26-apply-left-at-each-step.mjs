import assert from 'node:assert/strict';
import { chooseBucket, confirmChange, startApplying } from '../applySteps.mjs';

export const title = 'leaving at the last question sends nothing';

export async function play(workbench) {
  const before = workbench.sandboxChanges();
  await workbench.open('apply-me.json');
  await startApplying(workbench);
  await chooseBucket(workbench, 'old-archive');
  await confirmChange(workbench, 'Cancel');
  await workbench.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
  assert.equal(workbench.sandboxChanges(), before);
}
