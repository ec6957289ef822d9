export const title = 'the output of the language server can be looked at';

export async function play(workbench) {
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  await workbench.runCommand('S3 Encryption: Show Output');
  await workbench.locator('.panel .composite.title', { hasText: 'Output' }).waitFor();
  // What is in it can't be looked at here: code-server from npm comes without the native module that writes logs.
  await workbench.locator('.output-view .view-lines').waitFor();
}
