import { chooseBucket, startApplying } from '../applySteps.mjs';

export const title = 'a configuration is applied to a general purpose bucket, from the palette to the read-back';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await startApplying(workbench);
  await take('-bucket');
  await chooseBucket(workbench, 'first-bucket');
  await workbench.locator('.monaco-diff-editor').first().waitFor();
  await take('-differences');
  await workbench.pickRow('Apply these changes…');
  await workbench.locator('.monaco-dialog-box').waitFor();
  await take('-question');
  await workbench.answerDialog('Apply');
  await workbench.notification('first-bucket has the new configuration, and shows it.');
}
