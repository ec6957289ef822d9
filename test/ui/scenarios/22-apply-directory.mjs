import { chooseBucket, confirmChange, startApplying, typeName } from '../applySteps.mjs';

export const title = 'a configuration is applied to a directory bucket';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await startApplying(workbench);
  await chooseBucket(workbench, 'fast--use1-az4--x-s3');
  await workbench.locator('.monaco-diff-editor').first().waitFor();
  await take('-differences');
  await confirmChange(workbench);
  await take('-for-life');
  await typeName(workbench, 'fast--use1-az4--x-s3');
  await workbench.notification('fast--use1-az4--x-s3 has the new configuration, and shows it.');
}
