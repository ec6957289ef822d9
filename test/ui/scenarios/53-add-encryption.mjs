export const title = 'a bucket without encryption is given SSE-KMS and a key of its own';

export async function play(workbench, take) {
  await workbench.open('bare-bucket.yaml');
  await workbench.select('Data:');
  await workbench.openActions('Control+Shift+R', 'Add BucketEncryption with AES256');
  await take('-menu');
  await workbench.takeAction('Use SSE-KMS with a new key of this template, DataKey');
  await workbench.untilLine('KMSMasterKeyID: !GetAtt DataKey.Arn');
  await workbench.untilLine('Type: AWS::KMS::Key');
  await workbench.untilSquiggles('error', 0);
}
