export const title = "a rule is turned off in the project's policy, which is made for it, and its squiggle goes";

export async function play(workbench, take) {
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  await workbench.select('aws/s3');
  await workbench.openActions('Control+.', 'Suppress malformed-kms-key in the policy');
  await workbench.takeAction('Suppress malformed-kms-key in the policy');
  await workbench.untilSquiggles('error', 0);
  await take('-suppressed');
  await workbench.open('.s3-encryption.yaml');
  await workbench.untilLine("malformed-kms-key: 'off'");
  await take('-policy');
  // What is left in the workspace is there for the next scenario: the rule speaks again.
  await workbench.press('Control+A');
  await workbench.type('# nothing is asked');
  await workbench.press('Control+S');
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
}
