import { confirmChange, lookAtDifferences, openWithoutBucketKey } from '../applySteps.mjs';

export const title = 'a change that got no answer is read off the bucket';

export async function play(workbench) {
  const effect = { kind: 'reset', when: 'after-change' };
  workbench.sandbox.faults.add({ operation: 'PutBucketEncryption', effect });
  await openWithoutBucketKey(workbench);
  await lookAtDifferences(workbench, 'first-bucket');
  await confirmChange(workbench);
  await workbench.notification('It was sent, and no answer came. first-bucket shows the new configuration.');
}
