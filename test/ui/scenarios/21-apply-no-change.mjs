import { chooseBucket, startApplying } from '../applySteps.mjs';

export const title = 'a bucket that has the configuration already is left alone';

export async function play(workbench) {
  await workbench.open('apply-me.json');
  await startApplying(workbench);
  await chooseBucket(workbench, 'invoices');
  await workbench.notification('invoices already has this configuration. Nothing was sent.');
}
