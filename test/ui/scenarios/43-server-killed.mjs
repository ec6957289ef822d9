import assert from 'node:assert/strict';

export const title = 'a server that is killed is started again; one that keeps ending is left alone, and that is said';

const gone = 'The S3 Encryption language server keeps ending';

/** It is started again as often within three minutes. */
const restarts = 4;

export async function play(workbench, take) {
  // A client that has not seen a server end yet.
  await workbench.runCommand('S3 Encryption: Restart Language Server');
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  for (let time = 0; time < restarts; time++) {
    const killed = workbench.languageServer.kill();
    await workbench.until(async () =>
      assert.ok(workbench.languageServer.isAnother(killed), 'no server is started again'),
    );
    await see(workbench);
  }
  workbench.languageServer.kill();
  await workbench.notification(gone);
  await take('-gone');
  await workbench.answerNotification(gone, 'Show Output');
  await workbench.locator('.panel .composite.title', { hasText: 'Output' }).waitFor();
  await workbench.runCommand('S3 Encryption: Restart Language Server');
  await workbench.runCommand('View: Focus Active Editor Group');
  await see(workbench);
}

/** Sees that the server is up: it follows what is typed. */
async function see(workbench) {
  await workbench.select('KMSMasterKeyID: aws/s3');
  await workbench.type('KMSMasterKeyID: alias/aws/s3');
  await workbench.untilSquiggles('error', 0);
  await workbench.select('KMSMasterKeyID: alias/aws/s3');
  await workbench.type('KMSMasterKeyID: aws/s3');
  await workbench.untilSquiggles('error', 1);
}
