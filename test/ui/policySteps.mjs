/** The steps of having a policy in the workspace. What is left there is there for the next scenario, too. */

export const policy = '.s3-encryption.yaml';

/** Has the project's policy turn a rule off that squiggles once in the open document, which makes the policy where there is none. */
export async function suppressInPolicy(workbench, text, rule) {
  await workbench.untilSquiggles('error', 1);
  await workbench.select(text);
  await workbench.openActions('Control+.', `Suppress ${rule} in the policy`);
  await workbench.takeAction(`Suppress ${rule} in the policy`);
  await workbench.untilSquiggles('error', 0);
}

/** Has the policy, which is there, say this and nothing else. */
export async function writePolicy(workbench, text) {
  await workbench.openFromExplorer(policy);
  await workbench.press('Control+A');
  await workbench.type(text);
  await workbench.untilLine(text);
  await workbench.press('Control+S');
  await workbench.locator(`.tab.active:not(.dirty)[data-resource-name="${policy}"]`).waitFor();
}

/** The rules are to speak again. */
export async function askForNothing(workbench) {
  await writePolicy(workbench, '# nothing is asked');
}
