import { confirmChange, lookAtDifferences } from '../applySteps.mjs';

export const title = 'a 403 says what is missing, and offers to name the owner whom the request took for granted';

export async function play(workbench, take) {
  const effect = { kind: 'refuse', status: 403, code: 'AccessDenied', message: 'Access Denied' };
  workbench.sandbox.faults.add({ operation: 'PutBucketEncryption', effect });
  await workbench.open('apply-me.json');
  await lookAtDifferences(workbench, 'first-bucket');
  await confirmChange(workbench);
  await workbench.notification('You need s3:PutEncryptionConfiguration');
  await take('-refused');
  await workbench.answerNotification('You need s3:PutEncryptionConfiguration', 'Open Journal');
  await workbench.locator('.editor-instance .view-line', { hasText: 'refused by AWS' }).first().waitFor();
}
