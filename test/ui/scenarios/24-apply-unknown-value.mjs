import { applyCommand } from '../applySteps.mjs';

export const title = 'a value that only the deployment knows is not applied';

export async function play(workbench) {
  await workbench.open('fine.yaml');
  await workbench.select('GetAtt Key.Arn');
  await workbench.press('ArrowRight');
  await workbench.runCommand(applyCommand);
  await workbench
    .locator('.quick-input-list .monaco-list-row', { hasText: 'KMSMasterKeyID is only known at deployment' })
    .waitFor();
}
