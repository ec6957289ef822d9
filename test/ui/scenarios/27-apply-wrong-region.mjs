import { chooseBucket, confirmChange, startApplying } from '../applySteps.mjs';

export const title = 'a bucket of another Region is gone on with there, once the user says so';

export async function play(workbench, take) {
  const effect = { kind: 'refuse', status: 403, code: 'AccessDenied', message: 'Access Denied' };
  workbench.sandbox.faults.add({ operation: 'ListBuckets', effect });
  await workbench.open('apply-me.json');
  await workbench.select('us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
  await workbench.type('eu-west-1:111122223333:key/abcd4567-abcd-4567-89ab-abcdef456789');
  await startApplying(workbench);
  await workbench.locator('.quick-input-list .monaco-list-row', { hasText: 'can’t be listed' }).waitFor();
  await take('-not-listed');
  await chooseBucket(workbench, 'reports-eu');
  await workbench.notification('reports-eu is in eu-west-1, not in us-east-1.');
  await take('-offer');
  await workbench.answerNotification('reports-eu is in eu-west-1', 'Go On in eu-west-1');
  await workbench.untilDiff();
  await take('-differences');
  await confirmChange(workbench);
  await workbench.notification('reports-eu has the new configuration, and shows it.');
}
