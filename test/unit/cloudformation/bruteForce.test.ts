import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  arms,
  choices,
  declarations,
  expressions,
  openChoices,
  openDeclarations,
  properties,
  spelt,
  worthOf,
} from './expressions.ts';
import { valuesOf } from './values.ts';

it('worlds have the values that every choice of the parameters has, and no other', () => {
  fc.assert(
    fc.property(expressions, expressions, (first, second) => {
      const joined = `{ Fn::Join: ['+', [${spelt(first)}, ${spelt(second)}]] }`;
      const expected = new Set(choices.map((given) => `${worthOf(first, given)}+${worthOf(second, given)}`));
      const found = valuesOf(joined, declarations);
      expect(new Set(found)).toEqual(expected);
      expect(found.length).toBeLessThanOrEqual(choices.length);
    }),
    { numRuns: 300 },
  );
});

it('a property is there in the worlds in which its arm is no AWS::NoValue, and in no other', () => {
  fc.assert(
    fc.property(properties, (property) => {
      const expected = new Set(choices.map((given) => worthOf(property, given)));
      expect(new Set(valuesOf(spelt(property), declarations))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

it('of parameters that can be anything, conditions come to what some choice makes of them', () => {
  fc.assert(
    fc.property(arms, arms, (first, second) => {
      const joined = `{ Fn::Join: ['+', [${spelt(first)}, ${spelt(second)}]] }`;
      const expected = new Set(openChoices.map((given) => `${worthOf(first, given)}+${worthOf(second, given)}`));
      expect(new Set(valuesOf(joined, openDeclarations))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
