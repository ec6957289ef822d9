export const title = 'the output of the language server can be looked at';

export async function play(workbench) {
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  await workbench.runCommand('S3 Encryption: Show Output');
  await workbench.locator('.panel .composite.title', { hasText: 'Output' }).waitFor();
  await workbench
    .locator('.output-view .view-line', { hasText: /s3-encryption\s.*is\sup/ })
    .first()
    .waitFor();
}
