import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

it.each([
  ["!Split ['/', a/b/c]", ['[a, b, c]']],
  ["!Split [',', !Ref P]", ['[x, y]', '?']],
  ["!Split ['/', !GetAtt Key.Arn]", ['?']],
  ["!Split ['', abc]", ['?']],
])('%s', (expression, expected) => {
  expect(valuesOf(expression, "Parameters: { P: { Default: 'x,y' } }")).toEqual(expected);
});
