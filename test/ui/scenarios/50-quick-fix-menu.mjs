import assert from 'node:assert/strict';

export const title = 'the quick fix menu: a fix, the same for all of its rule, ways to suppress';

export async function play(workbench, take) {
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  await workbench.select('aws/s3');
  const menu = await workbench.openActions('Control+.', 'Use alias/aws/s3');
  const text = (await menu.textContent()).replaceAll('\u00a0', ' ');
  for (const action of ['in the workspace', 'Suppress malformed-kms-key here', 'for this resource', 'in this file'])
    assert.ok(text.includes(action), `${action} is missing in ${text}`);
  await take('-menu');
  await workbench.takeAction('Use alias/aws/s3');
  await workbench.untilLine('KMSMasterKeyID: alias/aws/s3');
  await workbench.untilSquiggles('error', 0);
}
