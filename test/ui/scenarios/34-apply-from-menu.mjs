import { questions } from '../applySteps.mjs';

export const title = "the editor's menu has the command where a configuration is, and nowhere else";

const command = 'Apply to Bucket…';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  const menu = await workbench.openContextMenu('SSEAlgorithm', command);
  await take('-menu');
  await menu.locator('.action-item', { hasText: command }).click();
  await workbench.untilAsked(questions.profile);
}
