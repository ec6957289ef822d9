import { openWithoutBucketKey } from '../applySteps.mjs';

export const title = 'the type of bucket is chosen from the status, and what is open is judged by it';

export async function play(workbench, take) {
  await openWithoutBucketKey(workbench);
  await workbench.select('"Bucket": "first-bucket",');
  await workbench.press('Delete');
  await workbench.untilSquiggles('warning', 0);
  await change(workbench, 'bucket', 'S3 Express One Zone');
  await workbench.untilSquiggles('warning', 1);
  await workbench.locator('.codelens-decoration', { hasText: 'directory bucket · SSE-KMS' }).first().waitFor();
  await take('-directory');
  await change(workbench, 'directory bucket', 'Not known');
  await workbench.untilSquiggles('warning', 0);
}

/** Goes by the language status, which says the type that is assumed now. */
async function change(workbench, now, then) {
  const status = workbench.locator('.statusbar-item[id*="languageStatus"]').first();
  const popup = workbench.locator('.monaco-hover:visible', { hasText: new RegExp(`${now}.*S3: assumed`) }).first();
  await workbench.pointAt(status, popup);
  await popup.locator('a', { hasText: 'Change' }).first().click();
  await workbench.untilAsked('Which type of bucket');
  await workbench.pickRow(then);
  await workbench.untilNothingAsked();
}
