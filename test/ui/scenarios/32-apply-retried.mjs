import { confirmChange, lookAtDifferences } from '../applySteps.mjs';

export const title = 'a conflict is tried again, which is shown';

export async function play(workbench, take) {
  const effect = { kind: 'refuse', status: 409, code: 'OperationAborted' };
  workbench.sandbox.faults.add({ operation: 'PutBucketEncryption', times: 2, effect });
  await workbench.open('apply-me.json');
  await lookAtDifferences(workbench, 'old-archive');
  await confirmChange(workbench);
  await workbench.locator('.statusbar-item', { hasText: 'OperationAborted' }).waitFor();
  await take('-waiting');
  await workbench.notification('old-archive has the new configuration, and shows it.');
}
