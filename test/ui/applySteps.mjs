/** The steps of applying a configuration, as a user takes them. */

export const applyCommand = 'S3 Encryption: Apply to Bucket…';

/** Starts on the active document, takes a profile and the Region that comes with it, and stops where a bucket is chosen. */
export async function startApplying(workbench, profile = 'default') {
  await workbench.runCommand(applyCommand);
  await workbench.untilAsked('With the credentials of which AWS profile?');
  await workbench.pickRow(profile);
  await workbench.acceptInput('us-east-1');
}

/** Chooses a bucket by its name. */
export async function chooseBucket(workbench, name) {
  const input = await workbench.untilAsked('Apply to which bucket?');
  await input.fill(name);
  await workbench.pickRow(name);
}

/** Goes on from the differences to the last question, and answers it. */
export async function confirmChange(workbench, answer = 'Apply') {
  await workbench.pickRow('$(arrow-right) Apply these changes…');
  await workbench.answerDialog(answer);
}
