export const title = "a rule is turned off in the project's policy, which is made for it, and its squiggle goes";

const policy = '.s3-encryption.yaml';

export async function play(workbench, take) {
  // An earlier try may have left it.
  if (await workbench.isInExplorer(policy)) await askForNothing(workbench);
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  await workbench.select('aws/s3');
  await workbench.openActions('Control+.', 'Suppress malformed-kms-key in the policy');
  await workbench.takeAction('Suppress malformed-kms-key in the policy');
  await workbench.untilSquiggles('error', 0);
  await take('-suppressed');
  await workbench.openFromExplorer(policy);
  await workbench.untilLine("malformed-kms-key: 'off'");
  await take('-policy');
  await askForNothing(workbench);
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
}

/** What is left in the workspace is there for the next scenario: the rule is to speak again. */
async function askForNothing(workbench) {
  await workbench.openFromExplorer(policy);
  await workbench.press('Control+A');
  await workbench.type('# nothing is asked');
  await workbench.untilLine('# nothing is asked');
  await workbench.press('Control+S');
  await workbench.locator(`.tab.active:not(.dirty)[data-resource-name="${policy}"]`).waitFor();
}
