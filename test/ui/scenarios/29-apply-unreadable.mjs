import { assertUntouched, chooseBucket, noteTraces, startApplying } from '../applySteps.mjs';

export const title = 'a bucket that may not be read is not overwritten; the permission is named';

export async function play(workbench) {
  const before = noteTraces(workbench);
  const effect = { kind: 'refuse', status: 403, code: 'AccessDenied', message: 'Access Denied' };
  workbench.sandbox.faults.add({ operation: 'GetBucketEncryption', effect });
  await workbench.open('apply-me.json');
  await startApplying(workbench);
  await chooseBucket(workbench, 'old-archive');
  await workbench.notification('s3:GetEncryptionConfiguration');
  assertUntouched(workbench, before);
}
