import { askForNothing, policy, suppressInPolicy } from '../policySteps.mjs';

export const title = "a rule is turned off in the project's policy, which is made for it, and its squiggle goes";

export async function play(workbench, take) {
  // An earlier try may have left it.
  if (await workbench.isInExplorer(policy)) await askForNothing(workbench);
  await workbench.open('app.template');
  await suppressInPolicy(workbench, 'aws/s3', 'malformed-kms-key');
  await take('-suppressed');
  await workbench.openFromExplorer(policy);
  await workbench.untilLine("malformed-kms-key: 'off'");
  await take('-policy');
  await askForNothing(workbench);
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
}
