export const title = 'the settings editor shows what can be set';

const settings = { bucketType: 'Bucket Type', severities: 'Severities' };

export async function play(workbench, take) {
  for (const [name, label] of Object.entries(settings)) {
    await workbench.searchSettings(`s3Encryption.${name}`);
    await workbench.locator('.settings-editor .setting-item-label', { hasText: label }).first().waitFor();
    await take(`-${name}`);
  }
}
