import assert from 'node:assert/strict';
import { assertUntouched, noteTraces, questions } from '../applySteps.mjs';

export const title = 'a document is compared with a bucket from the palette, and nothing is sent';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  const before = noteTraces(workbench);
  await compareWith(workbench, 'first-bucket');
  await workbench.locator('.tab.active', { hasText: 'first-bucket: bucket ↔ document' }).waitFor();
  const diff = workbench.locator('.monaco-diff-editor').first();
  await workbench.until(async () => assert.match(await diff.textContent(), /SSEAlgorithm:\s*aws:kms/));
  const text = await diff.textContent();
  assert.match(text, /SSEAlgorithm:\s*AES256/);
  assert.doesNotMatch(text, /ExpectedBucketOwner|was checked/);
  await take('-differences');
  await workbench.open('apply-me.json');
  await compareWith(workbench, 'invoices');
  await workbench.notification('invoices is in step with this configuration.');
  assertUntouched(workbench, before);
}

/** Has the active document compared with a bucket. */
async function compareWith(workbench, name) {
  await workbench.runCommand('S3 Encryption: Compare with the Bucket…');
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput(questions.region);
  const input = await workbench.untilAsked('Compare with which bucket?');
  await input.fill(name);
  await workbench.pickRow(name);
}
