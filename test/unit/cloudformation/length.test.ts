import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

it.each([
  ['!Length [a, b]', ['2']],
  ['!Length [a, !Ref AWS::NoValue]', ['1']],
  ['!Length { Ref: Unknown }', ['?']],
])('%s', (expression, expected) => {
  expect(valuesOf(expression)).toEqual(expected);
});
