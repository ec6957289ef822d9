import { confirmChange, lookAtDifferences } from '../applySteps.mjs';

export const title = 'a bucket of another account: its owner can be named, and then it is planned anew';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await lookAtDifferences(workbench, 'partners-inbox');
  await take('-checked');
  await workbench.pickRow('Name the Owner…');
  const input = await workbench.untilAsked('444455556666');
  await input.fill('444455556666');
  await take('-owner');
  await workbench.press('Enter');
  await workbench.locator('.monaco-diff-editor .view-line', { hasText: '444455556666' }).first().waitFor();
  await take('-differences');
  await confirmChange(workbench);
  await workbench.notification('partners-inbox has the new configuration, and shows it.');
}
