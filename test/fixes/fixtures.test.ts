import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/core/index.ts';
import { readFixtures } from '../unit/fixtures/readFixtures.ts';
import { checkFixes } from './checkFixes.ts';
import { checkRefactorings } from './checkRefactorings.ts';

const fixtures = readFixtures().map((fixture) => [fixture.path, fixture] as const);

describe('every fix of every fixture keeps its promises', () => {
  it.each(fixtures)('%s', (_, { text, language, options }) => {
    expect(checkFixes(text, language, options).broken).toEqual([]);
  });

  it.each(fixtures)('with CRLF and a byte-order mark: %s', (_, { text, language, options }) => {
    const other = `\uFEFF${text.replace(/^\uFEFF/, '').replace(/\r?\n/g, '\r\n')}`;
    expect(checkFixes(other, language, options).broken).toEqual([]);
  });
});

describe('every refactoring of every fixture keeps its promises', () => {
  it.each(fixtures)('%s', (_, { text, language, options }) => {
    expect(checkRefactorings(readDocument(text, language), options).broken).toEqual([]);
  });
});

it('the fixtures have enough of them', () => {
  const seen = fixtures.map(([, { text, language, options }]) => checkFixes(text, language, options));
  const refactored = fixtures.map(([, { text, language, options }]) =>
    checkRefactorings(readDocument(text, language), options),
  );
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);
  const [fixes, safe] = [sum(seen.map((each) => each.fixes)), sum(seen.map((each) => each.safe))];
  const refactorings = sum(refactored.map(({ count }) => count));
  console.log(`${seen.length} fixtures: ${fixes} fixes, ${safe} of them safe, ${refactorings} refactorings`);
  expect(fixes).toBeGreaterThan(400);
  expect(safe).toBeGreaterThan(100);
  expect(refactorings).toBeGreaterThan(100);
});
