import assert from 'node:assert/strict';

export const title =
  'in a workspace that is not trusted, documents are judged and nothing is applied until it is trusted';

export const isTrusted = false;

const applies = 'S3 Encryption: Apply to Bucket…';

export async function play(workbench, take) {
  await workbench.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await workbench.runCommand('View: Show S3 Encryption');
  const view = workbench.locator('.pane-body', { hasText: 'Buckets are shown once this workspace is trusted.' });
  await view.locator('.monaco-button', { hasText: 'Manage Workspace Trust' }).waitFor();
  await take('-view');
  await workbench.runCommand('View: Show Explorer');
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  assert.equal(await workbench.offers(applies), false);
  await take('-restricted');
  // A lens calls a command that the palette holds back.
  await workbench.locator('.codelens-decoration a', { hasText: 'Apply to Bucket…' }).first().click();
  await workbench.notification('AWS is called only in a workspace that you trust.');
  await take('-refused');
  await workbench.answerNotification('AWS is called only in a workspace that you trust.', 'Manage Workspace Trust');
  await workbench
    .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust/ })
    .first()
    .click();
  await workbench.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
  await workbench.open('app.template');
  await workbench.until(async () => assert.equal(await workbench.offers(applies), true));
}
