import { applyCommand } from '../applySteps.mjs';

export const title = 'a value that only the deployment knows is not applied, and its place is shown';

export async function play(workbench, take) {
  await workbench.open('fine.yaml');
  await workbench.select('GetAtt Key.Arn');
  await workbench.press('ArrowRight', 'Home');
  await workbench.runCommand(applyCommand);
  await workbench.untilAsked('Choose a reason to go to its place');
  await take('-reason');
  await workbench.pickRow('KMSMasterKeyID is only known at deployment');
  await workbench.untilNothingAsked();
  await workbench.locator('.editor-instance .selected-text').first().waitFor();
}
