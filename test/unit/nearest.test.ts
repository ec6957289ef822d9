import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../server/src/core/model/nearest.ts';

describe('the nearest name', () => {
  const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx', 'aws:backup'];

  it.each([
    ['AES256x', 'AES256'],
    ['AES-256', 'AES256'],
    ['ASE256', 'AES256'],
    ['aws:kmss', 'aws:kms'],
    ['aws:kms:dse', 'aws:kms:dsse'],
    ['aws:kms:dss', 'aws:kms:dsse'],
    ['aws:bakcup', 'aws:backup'],
    ['nothing', undefined],
    ['x', undefined],
    ['', undefined],
  ])('to %j is %j', (name, expected) => {
    expect(nearest(name, algorithms)).toBe(expected);
  });

  it('is at most two slips away, counted letter by letter', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (name, candidate) => {
        const allowed = Math.min(2, Math.floor(candidate.length / 4));
        const [short = '', long = ''] = [name, candidate].sort((a, b) => a.length - b.length);
        const isStem = short.length >= 8 && long.startsWith(short) && short.length >= long.length * 0.6;
        const isNear = isStem || slips(name, candidate) <= allowed;
        expect(nearest(name, [candidate])).toBe(isNear ? candidate : undefined);
      }),
      { numRuns: 5000 },
    );
  });
});

/** Letters more, less or wrong, and swaps of two neighbours, tried one by one from the end. */
function slips(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const least = Math.min(
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      isSwap ? between(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
    known.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}
