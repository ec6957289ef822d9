import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import { areApart } from '../../../server/src/core/lint/areApart.ts';
import type { JudgedRun } from '../../../server/src/core/lint/judgedRuns.ts';
import { newSection, TreeBuilder } from '../../../server/src/core/syntax/build.ts';

/** A run that finds something at each of these places, in the order of the text. */
function runOf({ places, isOwn }: { readonly places: readonly number[]; readonly isOwn: boolean }): JudgedRun {
  const findings = places
    .toSorted((a, b) => a - b)
    .map((place) => ({ span: spanAt(place) }) as Partial<Finding> as Finding);
  return { subjects: [], findings, movesWith: [], isOwn, terms: { bucketType: undefined, severities: {}, policy: {} } };
}

function spanAt(place: number) {
  return new TreeBuilder(newSection(place, 1)).empty(0);
}

function areSo(runs: readonly JudgedRun[]): boolean {
  const found = runs.filter(({ findings }) => findings.length > 0);
  const baseOf = (finding: Finding | undefined) => finding?.span.section.base ?? 0;
  return found.every(({ isOwn, findings }, index) => {
    const before = found[index - 1];
    return isOwn && (!before || baseOf(before.findings.at(-1)) < baseOf(findings[0]));
  });
}

const run = fc.record({
  places: fc.array(fc.nat(40), { maxLength: 2 }),
  isOwn: fc.constantFrom(true, true, true, true, false),
});
const splice = fc.record({ at: fc.nat(8), removed: fc.nat(2), added: fc.array(run, { maxLength: 2 }) });

it('runs are apart exactly where each has places of its own behind those before it, whatever edits did', () => {
  let count = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(40), { maxLength: 8 }),
      fc.array(splice, { maxLength: 12 }),
      (places, splices) => {
        let runs = places.toSorted((a, b) => a - b).map((place) => runOf({ places: [place], isOwn: true }));
        expect(areApart(runs)).toBe(true);
        for (const { at, removed, added } of splices) {
          runs = runs.toSpliced(at, removed, ...added.map(runOf));
          expect(areApart(runs)).toBe(areSo(runs));
          if (areSo(runs)) count++;
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(count).toBeGreaterThan(1000);
});
