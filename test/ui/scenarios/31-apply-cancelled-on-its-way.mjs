import { confirmChange, lookAtDifferences, openWithoutBucketKey } from '../applySteps.mjs';

export const title = 'a cancel after the request was sent means: read and report';

export async function play(workbench, take) {
  const effect = { kind: 'silence', milliseconds: 60_000, when: 'after-change' };
  workbench.sandbox.faults.add({ operation: 'PutBucketEncryption', effect });
  await openWithoutBucketKey(workbench);
  await lookAtDifferences(workbench, 'invoices');
  const before = workbench.sandbox.changes();
  await confirmChange(workbench);
  await workbench.until(() => {
    if (workbench.sandbox.changes() === before) throw new Error('nothing was sent');
  });
  await workbench.notification('Applying to invoices');
  await take('-on-its-way');
  await workbench.answerNotification('Applying to invoices', 'Cancel');
  await workbench.notification('It was sent, and no answer came. invoices shows the new configuration.');
}
