import assert from 'node:assert/strict';

export const title =
  'in a workspace that is not trusted, documents are judged and nothing is applied until it is trusted';

export const isTrusted = false;

const applies = 'S3 Encryption: Apply to Bucket…';

export async function play(workbench, take) {
  await workbench.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  assert.equal(await workbench.offers(applies), false);
  await take('-restricted');
  await workbench.runCommand('Workspaces: Manage Workspace Trust');
  await workbench
    .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust/ })
    .first()
    .click();
  await workbench.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
  await workbench.open('app.template');
  await workbench.until(async () => assert.equal(await workbench.offers(applies), true));
}
