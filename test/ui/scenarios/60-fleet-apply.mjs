import { markAllBuckets, startApplyingToMany } from '../applySteps.mjs';

export const title = 'a configuration is applied to many buckets: one table, one question, one report';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await startApplyingToMany(workbench, 'Filter by present encryption and tags too');
  await markAllBuckets(workbench, 'reports-eu');
  await take('-buckets');
  await workbench.press('Enter');
  const question = workbench.locator('.quick-input-widget:visible', { hasText: 'Type the number of buckets' });
  await question.waitFor();
  await workbench.untilPreview('What changes');
  await take('-plan');
  const [, number] = /Type the number of buckets to go on: (\d+)/.exec(await question.textContent());
  await question.locator('input[type=text]').fill(number);
  await workbench.press('Enter');
  await workbench.notification(`${number} applied and verified`);
  await workbench.untilPreview('what became of the change');
}
