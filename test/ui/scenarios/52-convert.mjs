import assert from 'node:assert/strict';

export const title = 'a configuration is written as Terraform beside it, and as a command line into the clipboard';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await workbench.select('SSEAlgorithm');
  await workbench.runCommand('S3 Encryption: Convert Configuration…');
  await workbench.untilAsked('Write it as what?');
  await take('-forms');
  await workbench.pickRow('Terraform');
  const lines = workbench.locator('.editor-instance .view-lines', {
    hasText: 'apply_server_side_encryption_by_default',
  });
  await lines.first().waitFor();
  await take('-terraform');
  await workbench.open('apply-me.json');
  await workbench.select('SSEAlgorithm');
  await workbench.runCommand('S3 Encryption: Copy Configuration As…');
  await workbench.untilAsked('Write it as what?');
  await workbench.pickRow('AWS CLI command');
  await workbench.locator('.statusbar-item', { hasText: 'The configuration is in the clipboard.' }).first().waitFor();
  assert.equal(await workbench.tab('apply-me.json').count(), 1);
}
