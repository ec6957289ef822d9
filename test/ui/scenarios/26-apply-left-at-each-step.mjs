import {
  applyCommand,
  assertUntouched,
  chooseBucket,
  confirmChange,
  lookAtDifferences,
  noteTraces,
  questions,
  startApplying,
} from '../applySteps.mjs';

export const title = 'leaving at any step sends nothing and leaves nothing';

/** How far to go before leaving, and how to leave. */
const steps = {
  profile: async (workbench) => {
    await workbench.runCommand(applyCommand);
    await workbench.untilAsked(questions.profile);
  },
  region: async (workbench) => {
    await steps.profile(workbench);
    await workbench.pickRow('default');
    await workbench.untilAsked(questions.region);
  },
  bucket: async (workbench) => {
    await startApplying(workbench);
    await workbench.untilAsked(questions.bucket);
  },
  differences: (workbench) => lookAtDifferences(workbench, 'old-archive'),
};

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  const before = noteTraces(workbench);
  for (const [name, goThere] of Object.entries(steps)) {
    await goThere(workbench);
    await take(`-${name}`);
    await workbench.press('Escape');
    await workbench.untilNothingAsked();
    assertUntouched(workbench, before);
  }
  await startApplying(workbench);
  await chooseBucket(workbench, 'old-archive');
  await confirmChange(workbench, 'Cancel');
  await workbench.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
  await workbench.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  await workbench.tab('apply-me.json').waitFor();
  assertUntouched(workbench, before);
}
