import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../../../server/src/core/index.ts';
import { Patch } from '../../../server/src/core/syntax/edit/patch.ts';

/** Edits of a text of this length, in order and without overlap, from random places. */
function editsAt(places: readonly number[], words: readonly string[], length: number): TextEdit[] {
  const offsets = places.map((place) => place % (length + 1)).sort((a, b) => a - b);
  const pairs = offsets.flatMap((start, index) =>
    index % 2 === 0 ? [[start, offsets[index + 1] ?? start] as const] : [],
  );
  return pairs.map(([start, end], index) => ({ start, end, newText: words[index % words.length] ?? '' }));
}

const round = fc.record({
  places: fc.array(fc.nat(60), { maxLength: 8 }),
  words: fc.array(fc.constantFrom('', 'x', 'yes', '\n'), { minLength: 1, maxLength: 4 }),
});

describe('what rounds of edits come to', () => {
  it('leads where they lead, one after the other', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(round, { maxLength: 5 }), (before, rounds) => {
        let text = before;
        let patch = Patch.of(before);
        for (const { places, words } of rounds) {
          const edits = editsAt(places, words, text.length);
          text = applyEdits(text, edits);
          patch = patch.edited(edits);
          expect(patch.text).toBe(text);
        }
        expect(applyEdits(before, patch.edits)).toBe(text);
        for (const [index, { start, end }] of patch.edits.entries()) {
          expect(start).toBeLessThanOrEqual(end);
          expect(start).toBeGreaterThan(patch.edits[index - 1]?.end ?? -1);
        }
      }),
    );
  });

  it('touches nothing between them', () => {
    const first = Patch.of('aa bb cc').edited([{ start: 0, end: 2, newText: 'x' }]);
    const second = first.edited([{ start: 5, end: 7, newText: 'z' }]);
    expect(second.edits).toEqual([
      { start: 0, end: 2, newText: 'x' },
      { start: 6, end: 8, newText: 'z' },
    ]);
  });

  it('is nothing where a round takes back what another did', () => {
    const there = Patch.of('abc').edited([{ start: 1, end: 2, newText: 'x' }]);
    expect(there.edited([{ start: 1, end: 2, newText: 'b' }]).edits).toEqual([]);
    expect(Patch.of('').edits).toEqual([]);
  });
});
