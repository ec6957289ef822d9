import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

/** A small expression: a parameter, a text, or a choice by whether a parameter is a value. */
type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ref'; readonly name: Name }
  | {
      readonly kind: 'if';
      readonly name: Name;
      readonly value: string;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    };
type Name = 'A' | 'B' | 'C';

const values = ['x', 'y', 'z'];
const names = fc.constantFrom<Name>('A', 'B', 'C');
const { expressions } = fc.letrec<{ expressions: Expression }>((tie) => ({
  expressions: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom('p', 'q') }),
    fc.record({ kind: fc.constant('ref' as const), name: names }),
    fc.record({
      kind: fc.constant('if' as const),
      name: names,
      value: fc.constantFrom(...values),
      whenTrue: tie('expressions'),
      whenFalse: tie('expressions'),
    }),
  ),
}));

const conditions = (['A', 'B', 'C'] as const).flatMap((name) =>
  values.map((value) => `  ${name}${value}: !Equals [!Ref ${name}, ${value}]`),
);
const template = `
Parameters:
${['A', 'B', 'C'].map((name) => `  ${name}: { AllowedValues: [x, y, z] }`).join('\n')}
Conditions:
${conditions.join('\n')}
`;

function spelt(expression: Expression): string {
  if (expression.kind === 'text') return expression.text;
  if (expression.kind === 'ref') return `{ Ref: ${expression.name} }`;
  const { name, value, whenTrue, whenFalse } = expression;
  return `{ Fn::If: [${name}${value}, ${spelt(whenTrue)}, ${spelt(whenFalse)}] }`;
}

function worthOf(expression: Expression, given: Readonly<Record<Name, string>>): string {
  if (expression.kind === 'text') return expression.text;
  if (expression.kind === 'ref') return given[expression.name];
  return worthOf(given[expression.name] === expression.value ? expression.whenTrue : expression.whenFalse, given);
}

it('worlds have the values that every choice of the parameters has, and no other', () => {
  const choices = values.flatMap((A) => values.flatMap((B) => values.map((C) => ({ A, B, C }))));
  fc.assert(
    fc.property(expressions, expressions, (first, second) => {
      const joined = `{ Fn::Join: ['-', [${spelt(first)}, ${spelt(second)}]] }`;
      const expected = new Set(choices.map((given) => `${worthOf(first, given)}-${worthOf(second, given)}`));
      const found = valuesOf(joined, template);
      expect(new Set(found)).toEqual(expected);
      expect(found.length).toBeLessThanOrEqual(choices.length);
    }),
  );
});
