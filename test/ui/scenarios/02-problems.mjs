import assert from 'node:assert/strict';

export const title = 'the Problems panel lists each fault with its rule';

const expected = [
  'unknown-algorithm',
  'kms-key-without-kms',
  'api-name-in-cloudformation',
  'unknown-property',
  'kms-alias',
];

export async function play(workbench) {
  await workbench.open('template.yaml');
  await workbench.showProblems();
  for (const rule of expected) await workbench.problems(rule).waitFor();
  // Two rows more than faults: the file's own, and where the algorithm stands that takes no key.
  assert.equal(await workbench.problems('').count(), expected.length + 2);
}
