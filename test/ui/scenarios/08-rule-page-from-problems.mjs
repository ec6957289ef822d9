export const title = "the link in the Problems panel opens the rule's page";

export async function play(workbench) {
  await workbench.open('app.template');
  await workbench.showProblems();
  const row = workbench.problems('malformed-kms-key').first();
  await row.locator('a', { hasText: 'malformed-kms-key' }).click();
  await workbench.tab('malformed-kms-key.md').waitFor();
}
