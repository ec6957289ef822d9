import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { touchedBy, unifiedDiff } from '../../server/src/cli/unifiedDiff.ts';
import { applyEdits, type TextEdit } from '../../server/src/core/index.ts';
import { folderWith } from '../support/folder.ts';

/** A text of short lines, some alike, the last with or without an end. */
const texts = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'größe\n', 'tail'), { maxLength: 40 })
  .map((lines) => lines.join(''));

const cases = fc.record({
  text: texts,
  cuts: fc.array(fc.tuple(fc.nat(90), fc.nat(6), fc.constantFrom('', 'x', 'y\n', '\nz')), { maxLength: 6 }),
});

function editsOf(text: string, cuts: readonly (readonly [number, number, string])[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [place, length, newText] of cuts.toSorted((a, b) => a[0] - b[0])) {
    const start = Math.min(place, text.length);
    if (start <= (edits.at(-1)?.end ?? -1)) continue;
    edits.push({ start, end: Math.min(start + length, text.length), newText });
  }
  return edits;
}

it('git makes of the text what the edits do', () => {
  const samples = fc.sample(cases, { numRuns: 400, seed: 1 }).filter(({ text }) => text !== '');
  const files = samples.map(({ text, cuts }, index) => {
    const edits = editsOf(text, cuts);
    const name = `deep/${index}.yaml`;
    return { name, text, after: applyEdits(text, edits), diff: unifiedDiff(name, text, edits) };
  });
  // A file that comes to nothing is another matter to git: it is removed.
  const shown = files.filter(({ after }) => after !== '');
  const folder = folderWith(Object.fromEntries(shown.map(({ name, text }) => [name, text])));
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
    cwd: folder,
    input: shown.map(({ diff }) => diff).join(''),
  });
  for (const { name, after } of shown) expect(readFileSync(join(folder, name), 'utf8')).toBe(after);
  expect(shown.filter(({ diff }) => diff !== '').length).toBeGreaterThan(100);
});

it('says nothing of edits that change nothing', () => {
  expect(unifiedDiff('a.json', 'a\nb\n', [{ start: 0, end: 1, newText: 'a' }])).toBe('');
  expect(unifiedDiff('a.json', 'a\nb\n', [])).toBe('');
});

it.each([
  ['a.json', 'a/a.json', 'b/a.json'],
  ['./x/a.json', 'a/x/a.json', 'b/x/a.json'],
  [resolve('x y/a.json'), 'a/x y/a.json\t', 'b/x y/a.json\t'],
  ['x/../..a.json', 'a/..a.json', 'b/..a.json'],
  ['/etc/a.json', '/etc/a.json', '/etc/a.json'],
])('names %s from the current folder on where it is below it', (path, before, after) => {
  const diff = unifiedDiff(path, 'a', [{ start: 0, end: 1, newText: 'x' }]);
  expect(diff.split('\n').slice(0, 2)).toEqual([`--- ${before}`, `+++ ${after}`]);
});

it('goes through no file for each edit', () => {
  let looks = 0;
  const starts = new Proxy([...Array(4096).keys()], {
    get: (places, name) => {
      looks++;
      return Reflect.get(places, name);
    },
  });
  expect(touchedBy({ start: 4000, end: 4001, newText: '' }, starts)).toEqual([4000, 4002]);
  expect(looks).toBeLessThan(40);
});
