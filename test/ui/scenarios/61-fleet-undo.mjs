import { confirmChange, lookAtDifferences, openWithoutBucketKey } from '../applySteps.mjs';

export const title = 'the last change is undone: planned, shown and asked for like any';

export async function play(workbench, take) {
  await openWithoutBucketKey(workbench);
  await lookAtDifferences(workbench, 'old-archive');
  await confirmChange(workbench);
  const shown = 'old-archive has the new configuration, and shows it.';
  await workbench.notification(shown);
  await workbench.runCommand('Notifications: Clear All Notifications');
  await workbench.untilQuiet(shown);
  await workbench.runCommand('S3 Encryption: Undo Last Apply…');
  await workbench.untilAsked('Give back what was there before which change?');
  await take('-list');
  await workbench.pickRow('old-archive');
  await workbench.untilDiff();
  await workbench.locator('.quick-input-list .monaco-list-row', { hasText: 'Apply these changes…' }).waitFor();
  await take('-differences');
  await confirmChange(workbench);
  await workbench.notification(shown);
}
