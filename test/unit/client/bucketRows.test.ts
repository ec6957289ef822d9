import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketRows, type ListedRow } from '../../../client/src/commands/steps/bucketRows.ts';

const listedOf = (...names: string[]): ListedRow[] =>
  names.map((name) => ({ kind: 'listed', bucket: { name, type: 'general-purpose', region: 'eu-west-1' } }));

const kindsOf = (value: string, listed: readonly ListedRow[]) => bucketRows(value, listed).map(({ kind }) => kind);

describe('the first row', () => {
  it('is the name that was typed, and the type that it says', () => {
    const [first] = bucketRows(' fast--use1-az4--x-s3 ', listedOf('logs'));
    expect(first).toEqual({ kind: 'typed', bucket: { name: 'fast--use1-az4--x-s3', type: 'directory' } });
  });

  it('keeps its place where nothing was typed, or a name that is listed', () => {
    expect(kindsOf('', listedOf('logs'))).toEqual(['hidden', 'listed']);
    expect(kindsOf('logs', listedOf('data', 'logs'))).toEqual(['hidden', 'listed', 'listed']);
  });

  it('stands for the listed bucket of that name, also for who has chosen it as typed', () => {
    const [first] = bucketRows('logs', listedOf('data', 'logs'));
    expect(first).toMatchObject({ bucket: { name: 'logs', region: 'eu-west-1' } });
  });
});

it('no row comes to mean another bucket while the list grows', () => {
  const names = fc.uniqueArray(fc.constantFrom('data', 'logs', 'open', 'mine', 'theirs'));
  fc.assert(
    fc.property(names, fc.constantFrom('', 'logs', 'mine', 'other'), fc.nat(5), (all, value, seen) => {
      const before = bucketRows(value, listedOf(...all.slice(0, seen)));
      const now = bucketRows(value, listedOf(...all));
      before.forEach((row, place) => {
        const name = 'bucket' in row ? row.bucket?.name : undefined;
        const later = now[place];
        if (name !== undefined) expect(later && 'bucket' in later && later.bucket?.name).toBe(name);
      });
    }),
  );
});
