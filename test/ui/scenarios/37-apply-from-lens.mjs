import { chooseBucket, questions } from '../applySteps.mjs';

export const title = 'the lens over a configuration applies that one, wherever the cursor is';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await workbench.press('Control+End');
  const lens = workbench.locator('.codelens-decoration a', { hasText: 'Apply to Bucket…' });
  await lens.waitFor();
  await take('-lens');
  await lens.click();
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput('us-east-1');
  await chooseBucket(workbench, 'old-archive');
  await workbench.untilDiff();
}
