import { startApplying } from '../applySteps.mjs';

export const title = 'where a sign-in is due, it is offered';

export async function play(workbench) {
  await workbench.open('apply-me.json');
  await startApplying(workbench, 'team');
  await workbench.notification('Sign in again: aws sso login --profile team');
}
