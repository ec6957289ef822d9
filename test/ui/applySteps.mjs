import assert from 'node:assert/strict';

/** The steps of applying a configuration, as a user takes them. */

export const applyCommand = 'S3 Encryption: Apply to Bucket…';

/** The questions, in their order, by what they begin with. */
export const questions = {
  profile: 'With the credentials of which AWS profile?',
  region: 'us-east-1',
  bucket: 'Apply to which bucket?',
};

/** Starts on the active document, takes a profile and the Region that comes with it, and stops where a bucket is chosen. */
export async function startApplying(workbench, profile = 'default') {
  await workbench.runCommand(applyCommand);
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow(profile);
  await workbench.acceptInput('us-east-1');
}

/** Starts on the active document for many buckets, and stops where they are chosen, found by one of two ways. */
export async function startApplyingToMany(workbench, way = 'Filter by name, type and Region') {
  await workbench.runCommand('S3 Encryption: Apply to Many Buckets…');
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput(questions.region);
  await workbench.untilAsked('How do you want to choose the buckets?');
  await workbench.pickRow(way);
  await workbench.untilAsked('Apply to which buckets?');
}

/** Marks all buckets, once one of this name is there. */
export async function markAllBuckets(workbench, name) {
  await workbench.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await workbench.locator('.quick-input-widget:visible .quick-input-header .monaco-checkbox').click();
}

/** Chooses a bucket by its name. */
export async function chooseBucket(workbench, name) {
  const input = await workbench.untilAsked(questions.bucket);
  await input.fill(name);
  await workbench.pickRow(name);
}

/** Starts with a bucket, and stops where the differences are shown. */
export async function lookAtDifferences(workbench, name) {
  await startApplying(workbench);
  await chooseBucket(workbench, name);
  await workbench.untilDiff();
}

/** Goes on from the differences to the last question, and answers it. */
export async function confirmChange(workbench, answer = 'Apply') {
  await workbench.pickRow('$(arrow-right) Apply these changes…');
  await workbench.answerDialog(answer);
}

/** Types the name of a bucket, as is asked where a change can't be taken back, and starts it. */
export async function typeName(workbench, name) {
  const box = workbench.locator('.quick-input-widget:visible', { hasText: `Type the name of the bucket: ${name}` });
  await box.locator('input[type=text]').fill(name);
  await workbench.press('Enter');
}

/** Opens apply-me.json and switches its bucket key off: something to change for buckets that have the rest already. */
export async function openWithoutBucketKey(workbench) {
  await workbench.open('apply-me.json');
  await workbench.select('true');
  await workbench.type('false');
}

/** Fails where anything was sent, or written into the journal, since `before` was noted. */
export function assertUntouched(workbench, before) {
  assert.deepEqual(noteTraces(workbench), before);
}

/** What applying leaves behind. */
export function noteTraces({ sandbox, journal }) {
  return { changes: sandbox.changes(), files: journal.files() };
}
