import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  has,
  intersect,
  isEmpty,
  isWithin,
  single,
  unite,
  type ValueSet,
  without,
} from '../../../server/src/core/cloudformation/valueSet.ts';

const values = fc.subarray(['', 'a', 'b', 'c']);
const sets: fc.Arbitrary<ValueSet> = fc.oneof(
  values.map((all) => ({ in: all })),
  values.map((all) => ({ notIn: all })),
);
const everything = ['', 'a', 'b', 'c', 'd'];

it('sets hold what both, either, or only the first holds', () => {
  fc.assert(
    fc.property(sets, sets, values, (one, other, some) => {
      for (const value of everything) {
        expect(has(intersect(one, other), value)).toBe(has(one, value) && has(other, value));
        expect(has(unite(one, other), value)).toBe(has(one, value) || has(other, value));
        expect(has(without(one, some), value)).toBe(has(one, value) && !some.includes(value));
      }
    }),
  );
});

it('a set is within another where the other has all of it', () => {
  fc.assert(
    fc.property(sets, sets, (one, other) => {
      const isAll = everything.every((value) => !has(one, value) || has(other, value));
      const isEndless = 'notIn' in one && 'in' in other;
      expect(isWithin(one, other)).toBe(isAll && !isEndless);
    }),
  );
});

it('a set of one value has that value; one of none is empty', () => {
  expect([single({ in: ['a'] }), single({ in: ['a', 'b'] }), single({ notIn: ['a'] })]).toEqual([
    'a',
    undefined,
    undefined,
  ]);
  expect([isEmpty({ in: [] }), isEmpty({ in: ['a'] }), isEmpty({ notIn: [] })]).toEqual([true, false, false]);
});

it('a set holds only what is like those in it', () => {
  const like: ValueSet = { notIn: ['a'], admits: (value) => value.length === 1 };
  expect(everything.filter((value) => has(like, value))).toEqual(['b', 'c', 'd']);
  expect(has(without(like, ['b']), '')).toBe(false);
  expect(has(unite(like, { in: ['a'] }), '')).toBe(false);
  expect(intersect({ in: everything }, like)).toEqual({ in: ['b', 'c', 'd'] });
});
