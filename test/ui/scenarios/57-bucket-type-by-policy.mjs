import { askForNothing, policy, suppressInPolicy, writePolicy } from '../policySteps.mjs';

export const title = 'the status says that the policy states the type of bucket, and leads there';

export async function play(workbench, take) {
  if (!(await workbench.isInExplorer(policy))) {
    await workbench.open('app.template');
    await suppressInPolicy(workbench, 'aws/s3', 'malformed-kms-key');
  }
  await writePolicy(workbench, "bucketTypes: { 'app*': directory }");
  await workbench.open('configuration.json');
  await lookAt(workbench, 'general purpose bucket', 'S3: assumed');
  await workbench.open('app.template');
  const popup = await lookAt(workbench, 'directory bucket', 'S3: by the policy');
  await take('-status');
  await popup.locator('a', { hasText: 'Open Policy' }).first().click();
  await workbench.tab(policy).waitFor();
  await askForNothing(workbench);
  await workbench.open('app.template');
  await lookAt(workbench, 'general purpose bucket', 'S3: assumed');
}

/** What pops up over the language status, once it says so. */
async function lookAt(workbench, type, whence) {
  const status = workbench.locator('.statusbar-item[id*="languageStatus"]').first();
  const popup = workbench.locator('.monaco-hover:visible', { hasText: new RegExp(`${type}.*${whence}`) }).first();
  await workbench.pointAt(status, popup);
  return popup;
}
