import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSection, TreeBuilder } from '../../../server/src/core/syntax/build.ts';
import { LiveRuns } from '../../../server/src/core/syntax/liveRuns.ts';
import type { Entry } from '../../../server/src/core/syntax/node.ts';

const builder = new TreeBuilder(newSection(0, 0));
const entryOf = (name: string): Entry => ({ key: builder.scalar(0, 0, name, 'plain'), value: builder.empty(0) });
const entriesOf = (...names: string[]): Entry[] => names.map(entryOf);
const name = fc.constantFrom(...'abcdefgh');

/** Entries that some others are put in the place of. */
const splice = fc.record({
  at: fc.nat(60),
  removed: fc.nat(12),
  names: fc.array(name, { maxLength: 12 }),
});

describe('the runs of a map that is edited', () => {
  it('hold its entries in their order, whatever edits do', () => {
    overEdits(({ runs, entries }) => expect(runs.list.flat()).toEqual(entries));
  });

  it('find the last entry with a key', () => {
    overEdits(({ runs, entries }) => {
      for (const key of 'abcdefghi') expect(runs.last(key)).toBe(entries.findLast((entry) => entry.key.text === key));
    });
  });

  it('are told as new exactly where they were not there before', () => {
    overEdits(({ runs, before, added }) => expect(runs.list.filter((run) => !before.includes(run))).toEqual(added));
  });

  it('take one entry for another and give it back, with what they had', () => {
    overEdits(({ runs, entries }) => {
      for (const [index, old] of entries.entries()) {
        const { list, revision } = runs;
        const other = entryOf('z');
        const giveBack = runs.replace(index, other);
        expect(runs.list.flat()).toEqual(entries.with(index, other));
        expect(runs.list).toContainEqual([other]);
        expect(runs.last('z')).toBe(other);
        giveBack();
        expect(runs.list).toBe(list);
        expect(new Set(runs.changedSince(revision))).toEqual(new Set([old.key.text, 'z']));
      }
    });
  });

  it('give an entry that is edited a run of its own, until another one is', () => {
    overEdits(({ runs, entries }) => {
      const { list } = runs;
      let edited = entries;
      for (const index of [...entries.keys(), ...entries.keys()].toSorted((a, b) => ((a * 7) % 5) - ((b * 7) % 5))) {
        for (const key of ['x', 'y']) {
          const before = runs.list;
          edited = edited.with(index, entryOf(key));
          runs.replace(index, edited[index] as Entry);
          expect(runs.list.flat()).toEqual(edited);
          expect(runs.list).toContainEqual([edited[index]]);
          expect(runs.list.length).toBeLessThanOrEqual(list.length + 2);
          if (key === 'y') expect(runs.list.filter((run) => !before.includes(run))).toEqual([[edited[index]]]);
        }
      }
    });
  });

  it('name the keys of whatever came or went', () => {
    overEdits(({ runs, revisionBefore, entries, entriesBefore }) => {
      const moved = [...entries, ...entriesBefore].filter(
        (entry) => !(entries.includes(entry) && entriesBefore.includes(entry)),
      );
      expect(new Set(runs.changedSince(revisionBefore))).toEqual(new Set(moved.map(({ key }) => key.text)));
    });
  });

  it('stay the very same but for the one that an edit lies in', () => {
    const entries = Array.from({ length: 400 }, (_, index) => entryOf(`R${index}`));
    const runs = new LiveRuns();
    runs.update(entries);
    const before = runs.list;
    const edited = entries.with(200, entryOf('R200'));
    expect(runs.update(edited)).toHaveLength(1);
    expect(runs.list.filter((run) => before.includes(run))).toHaveLength(before.length - 1);
    expect(runs.changedSince(runs.revision - 1)).toEqual(['R200']);
  });

  it('are begun anew before edits have cut them to pieces', () => {
    const runs = new LiveRuns();
    let entries = Array.from({ length: 100 }, (_, index) => entryOf(`R${index}`));
    for (let edit = 0; edit < 300; edit++) {
      entries = entries.toSpliced((edit * 37) % 100, 1, entryOf(`E${edit}`));
      runs.update(entries);
    }
    expect(runs.list.length).toBeLessThanOrEqual(8 + 3 * 10);
    expect(runs.list.flat()).toEqual(entries);
  });

  it('do not remember changes for ever', () => {
    const runs = new LiveRuns();
    for (let revision = 0; revision < 100; revision++) runs.update(entriesOf('A'));
    expect(runs.changedSince(runs.revision)).toEqual([]);
    expect(runs.changedSince(runs.revision - 10)).toContain('A');
    expect(runs.changedSince(1)).toBeUndefined();
  });
});

interface Edited {
  readonly runs: LiveRuns;
  readonly revisionBefore: number;
  readonly entries: readonly Entry[];
  readonly entriesBefore: readonly Entry[];
  readonly before: LiveRuns['list'];
  readonly added: LiveRuns['list'];
}

function overEdits(check: (edited: Edited) => void): void {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 60 }), fc.array(splice, { maxLength: 8 }), (names, splices) => {
      const runs = new LiveRuns();
      let entries = entriesOf(...names);
      runs.update(entries);
      for (const { at, removed, names: inserted } of splices) {
        const { list: before, revision: revisionBefore } = runs;
        const edited = entries.toSpliced(at, removed, ...entriesOf(...inserted));
        const added = runs.update(edited);
        check({ runs, revisionBefore, entries: edited, entriesBefore: entries, before, added });
        entries = edited;
      }
    }),
  );
}
