import { questions } from '../applySteps.mjs';

export const title = 'a configuration is applied to many buckets: one table, one question, one report';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await workbench.runCommand('S3 Encryption: Apply to Many Buckets…');
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput(questions.region);
  await workbench.untilAsked('How do you want to choose the buckets?');
  await workbench.pickRow('Filter by present encryption and tags too');
  await workbench.untilAsked('Apply to which buckets?');
  await workbench.locator('.quick-input-list .monaco-list-row', { hasText: 'reports-eu' }).waitFor();
  await workbench.locator('.quick-input-widget:visible .quick-input-header .monaco-checkbox').click();
  await take('-buckets');
  await workbench.press('Enter');
  const question = workbench.locator('.quick-input-widget:visible', { hasText: 'Type the number of buckets' });
  await question.waitFor();
  await workbench.untilPreview('What changes');
  await take('-plan');
  const [, number] = /Type the number of buckets to go on: (\d+)/.exec(await question.textContent());
  await question.locator('input[type=text]').fill(number);
  await workbench.press('Enter');
  await workbench.notification(`${number} applied-and-verified`);
  await workbench.untilPreview('what became of the change');
}
