import assert from 'node:assert/strict';
import { assertUntouched, confirmChange, noteTraces, questions } from '../applySteps.mjs';

export const title = 'the view asks nothing before the sign-in; a bucket is looked at, compared and reset from it';

export async function play(workbench, take) {
  const before = noteTraces(workbench);
  await workbench.open('apply-me.json');
  await workbench.runCommand('View: Show S3 Encryption');
  const view = workbench.locator('.pane-body', { hasText: 'Nothing is asked of AWS' });
  await view.waitFor();
  await take('-welcome');
  await view.locator('.monaco-button', { hasText: 'Sign In and Show Buckets' }).click();
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput(questions.region);
  const row = (name) => workbench.locator('.pane-body .monaco-list-row', { hasText: name }).first();
  await workbench.until(async () => assert.match(await row('invoices').textContent(), /SSE-KMS/));
  await take('-buckets');
  await filter(workbench, 'INVO', async () => assert.equal(await row('first-bucket').count(), 0));
  await row('Only names with “INVO”').waitFor();
  await take('-filtered');
  await filter(workbench, '', async () => assert.match(await row('first-bucket').textContent(), /SSE-S3/));
  await row('invoices').click();
  await workbench.tab('invoices.json').dblclick();
  await refreshAll(workbench, 'first-bucket');
  await take('-document');
  assertUntouched(workbench, before);
  await row('invoices').click({ button: 'right' });
  await workbench.locator('.context-view .monaco-menu').waitFor();
  await take('-menu');
  await workbench.locator('.context-view .action-label', { hasText: 'Reset to SSE-S3…' }).click();
  await workbench.untilDiff();
  await confirmChange(workbench);
  await workbench.notification('invoices has the new configuration, and shows it.');
  await workbench.until(async () => assert.match(await row('invoices').textContent(), /SSE-S3/));
  await workbench.locator('.tab', { hasText: 'invoices.json' }).click();
  const document = workbench.locator('.editor-instance .view-lines').first();
  await workbench.until(async () => assert.match(await document.textContent(), /AES256/));
}

/** Has all that is shown read anew, also this bucket, which isn't the selected one. */
async function refreshAll(workbench, name) {
  const readings = () =>
    workbench.sandbox.requests.filter(
      ({ operation, route }) => operation === 'GetBucketEncryption' && route?.bucket === name,
    ).length;
  const before = readings();
  await workbench.locator('.action-label[aria-label^="Refresh All"]').first().click();
  await workbench.until(async () => assert.equal(readings(), before + 1));
}

/** Shows the buckets alone whose names hold a text, which asks AWS nothing. */
async function filter(workbench, text, isShown) {
  const { length } = workbench.sandbox.requests;
  await workbench.locator('.action-label[aria-label^="Filter by Name"]').first().click();
  await workbench.locator('.quick-input-widget:visible', { hasText: 'Show buckets whose names hold this' }).waitFor();
  await workbench.locator('.quick-input-widget:visible input[type=text]').fill(text);
  await workbench.press('Enter');
  await workbench.until(isShown);
  assert.equal(workbench.sandbox.requests.length, length);
}
