import { describe, expect, it } from 'vitest';
import { readFixtures } from '../unit/fixtures/readFixtures.ts';
import { checkFixes } from './checkFixes.ts';

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

it('the fixtures have enough of them', () => {
  const seen = fixtures.map(([, { text, language, options }]) => checkFixes(text, language, options));
  expect(seen.reduce((sum, { fixes }) => sum + fixes, 0)).toBeGreaterThan(400);
  expect(seen.reduce((sum, { safe }) => sum + safe, 0)).toBeGreaterThan(100);
});
