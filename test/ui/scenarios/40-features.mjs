import assert from 'node:assert/strict';

export const title = 'a configuration explains itself: lenses, hints, hover, completion, status';

export async function play(workbench, take) {
  await workbench.open('template.yaml');
  // The editor comes back to where an earlier look at the file ended.
  await workbench.press('Control+Home');
  const lens = workbench.locator('.codelens-decoration', { hasText: 'SSE-KMS with a key known at deployment' });
  await lens.first().waitFor();
  await workbench.locator('.codelens-decoration a', { hasText: 'Apply to Bucket' }).first().waitFor();
  await take('-lenses');
  const popup = workbench.locator('.monaco-hover:visible', { hasText: 'The server-side encryption' }).first();
  await workbench.pointAt(workbench.locator('.view-line span span', { hasText: 'SSEAlgorithm' }).first(), popup);
  assert.match(await popup.textContent(), /general purpose bucket/);
  await take('-hover');
  await workbench.press('Escape');
  await workbench.select('KMSMasterKeyID: !Ref DataKeyArn');
  await workbench.type('KMS');
  await workbench.press('Control+Space');
  const row = workbench.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'KMSMasterKeyID' }).first();
  await row.waitFor();
  await take('-completion');
  await row.click();
  await workbench.press('Escape');
  await workbench
    .locator('.view-line', { hasText: /KMSMasterKeyID:\s!Ref\sDataKeyArn/ })
    .first()
    .waitFor();
  await workbench.press('ArrowDown', 'Home', 'Shift+End', 'Delete');
  await workbench
    .locator('.view-line', { hasText: /bucket\skey:\soff/ })
    .first()
    .waitFor();
  await take('-hints');
  await workbench.pointAt(
    workbench.locator('.statusbar-item[id*="languageStatus"]').first(),
    workbench.locator('.monaco-hover:visible', { hasText: 'general purpose bucket' }).first(),
  );
  await take('-status');
}
