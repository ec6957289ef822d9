import { startApplying } from '../applySteps.mjs';

export const title = 'credentials that have expired are told of, with what to do';

export async function play(workbench) {
  await workbench.open('apply-me.json');
  await startApplying(workbench, 'expired');
  await workbench.notification('expired');
}
