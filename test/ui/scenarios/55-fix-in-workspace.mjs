import assert from 'node:assert/strict';

export const title = 'a rule is mended in the whole workspace: what is not open only once that is agreed to';

export async function play(workbench, take) {
  await workbench.open('template.yaml');
  await workbench.select('SSEAlgorithm: AES-256');
  await workbench.openActions('Control+.', 'Fix all unknown-algorithm in the workspace');
  await workbench.takeAction('Fix all unknown-algorithm in the workspace');
  const question = 'Also fix unknown-algorithm in files that are not open';
  await workbench.notification(question);
  await take('-question');
  await workbench
    .locator('.notification-list-item', { hasText: question })
    .locator('.codicon-notifications-clear')
    .click();
  await workbench.untilNoLine('SSEAlgorithm: AES-256');
  assert.equal(await workbench.locator('.editor-group-container .tab').count(), 1);
}
