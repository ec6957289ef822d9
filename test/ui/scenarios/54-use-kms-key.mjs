export const title = 'a key that is asked for is given to a bucket; what is no key is not taken';

const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export async function play(workbench, take) {
  await workbench.open('bare-bucket.yaml');
  await workbench.select('Data:');
  await workbench.openActions('Control+Shift+R', 'Use SSE-KMS with a key…');
  await workbench.takeAction('Use SSE-KMS with a key…');
  const input = await workbench.untilAsked('arn:aws:kms');
  await input.fill('my-key');
  await workbench.locator('.quick-input-message', { hasText: 'This is not a KMS key.' }).waitFor();
  await take('-refused');
  await input.fill(key);
  await workbench.acceptInput(key);
  await workbench.untilLine(`KMSMasterKeyID: ${key}`);
  await workbench.untilLine('BucketKeyEnabled: true');
}
