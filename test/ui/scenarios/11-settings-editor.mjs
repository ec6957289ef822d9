export const title = 'the settings editor shows what can be set';

export async function play(workbench) {
  await workbench.searchSettings('s3Encryption');
  for (const label of ['Bucket Type', 'Severities']) {
    await workbench.locator('.settings-editor .setting-item-label', { hasText: label }).first().waitFor();
  }
}
