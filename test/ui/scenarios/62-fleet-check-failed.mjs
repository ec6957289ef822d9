import assert from 'node:assert/strict';
import { chooseBucket, startApplying } from '../applySteps.mjs';

export const title = 'a key that is disabled is found before anything is sent';

export async function play(workbench) {
  const before = workbench.sandbox.changes();
  await workbench.open('apply-me.json');
  await workbench.select('arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
  await workbench.type('alias/retired');
  await startApplying(workbench);
  await chooseBucket(workbench, 'first-bucket');
  await workbench.pickRow('$(arrow-right) Go on');
  await workbench.untilDiff();
  await workbench.locator('.quick-input-list .monaco-list-row', { hasText: 'key state' }).waitFor();
  assert.equal(workbench.sandbox.changes(), before);
}
