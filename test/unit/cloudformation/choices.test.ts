import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choices, enumerate, holdsInEach, worldLimit } from '../../../server/src/core/cloudformation/choices.ts';

const read = (...options: number[]) => enumerate((choices) => options.map((count) => choices.choose(count)).join(''));

describe('enumerating', () => {
  it('takes every choice with every other', () => {
    expect(read()).toEqual(['']);
    expect(read(2, 3)).toEqual(['00', '01', '02', '10', '11', '12']);
  });

  it('makes only the choices that are met', () => {
    const choose = (choices: Choices) => (choices.choose(2) === 0 ? 'a' : `b${choices.choose(2)}`);
    expect(enumerate(choose)).toEqual(['a', 'b0', 'b1']);
  });

  it('leaves out what can’t come to be', () => {
    expect(enumerate((choices) => choices.choose(3) || undefined)).toEqual([1, 2]);
  });

  it('ends at the limit', () => {
    expect(read(worldLimit)).toHaveLength(worldLimit);
    expect(read(worldLimit + 1)).toBeUndefined();
    expect(read(2, 2, 2, 2, 2, 2, 2, 2, 2)).toBeUndefined();
  });

  it('finds each combination once, in any tree of choices', () => {
    const tree = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(tree, (options) => {
        const all = options.reduce<string[]>(
          (before, count) => before.flatMap((each) => Array.from({ length: count }, (_, index) => `${each}${index}`)),
          [''],
        );
        expect(read(...options)).toEqual(all);
      }),
    );
  });
});

describe('asking whether something holds in each', () => {
  it('asks of every choice, and no further once one is found in which it doesn’t', () => {
    const asked: number[] = [];
    const isBelow = (most: number) =>
      holdsInEach((choices) => {
        const chosen = choices.choose(4);
        asked.push(chosen);
        return chosen < most;
      });
    expect([isBelow(4), isBelow(1)]).toEqual([true, false]);
    expect(asked).toEqual([0, 1, 2, 3, 0, 1]);
  });

  it('doesn’t hold where there is too much to ask', () => {
    expect(holdsInEach((choices) => choices.choose(1000) >= 0)).toBe(false);
  });
});
