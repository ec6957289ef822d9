import assert from 'node:assert/strict';

export const title = 'the restart command restarts without a word, and the squiggles are there';

export async function play(workbench) {
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  await workbench.runCommand('S3 Encryption: Restart Language Server');
  await workbench.untilSquiggles('error', 1);
  assert.deepEqual(await workbench.notifications(), []);
}
