import assert from 'node:assert/strict';

export const title = 'a hover says what is wrong and names the rule';

export async function play(workbench) {
  await workbench.open('put-bucket-encryption.json');
  await workbench.untilSquiggles('error', 2);
  const popup = await workbench.hover('1111-2222-3333');
  assert.match(await popup.textContent(), /ExpectedBucketOwner .*s3-encryption/);
  await popup.locator('a', { hasText: 'bad-expected-owner' }).waitFor();
}
