import { applyCommand } from '../applySteps.mjs';

export const title =
  'a value that only the deployment knows, and nobody can choose, is not applied, and its place is shown';

export async function play(workbench, take) {
  await workbench.open('fine.yaml');
  await workbench.select('[SSE-C]');
  await workbench.type('!ImportValue blocked-types');
  await workbench.runCommand(applyCommand);
  await workbench.untilAsked('Choose a reason to go to its place');
  await take('-reason');
  await workbench.pickRow('is only known at deployment');
  await workbench.untilNothingAsked();
  await workbench.locator('.editor-instance .selected-text').first().waitFor();
}
