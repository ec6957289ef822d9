import { questions, startApplying } from '../applySteps.mjs';

export const title = 'where a sign-in is due, it is offered, and then it goes on';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await startApplying(workbench, 'team');
  await workbench.notification('Sign in again: aws sso login --profile team');
  await take('-due');
  await workbench.answerNotification('Sign in again', 'Sign In in a Terminal');
  await workbench.locator('.terminal-wrapper.active').waitFor();
  await take('-terminal');
  await workbench.untilAsked(questions.bucket);
}
