export const title = "the link in a hover opens the rule's page";

export async function play(workbench) {
  await workbench.open('put-bucket-encryption.json');
  await workbench.untilSquiggles('error', 2);
  const popup = await workbench.hover('1111-2222-3333');
  await popup.locator('a', { hasText: 'bad-expected-owner' }).click();
  await workbench.tab('bad-expected-owner.md').waitFor();
}
