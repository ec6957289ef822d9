import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

it.each([
  ['an item', '!Select [1, [a, b]]', ['b']],
  ['by a quoted index', "!Select ['0', [a, b]]", ['a']],
  ['by a parameter', '!Select [!Ref I, [a, b]]', ['a', 'b']],
  ['an item that is split', "!Select [1, !Split ['/', key/id]]", ['id']],
  ['an item that is put together', "!Select [0, [!Sub 'x-${I}']]", ['x-0', 'x-1']],
  ['a map', '!Select [0, [{ a: 1 }]]', ['map']],
  ['beyond the end', '!Select [2, [a, b]]', ['?']],
  ['of what isn’t known', '!Select [0, !GetAZs eu-west-1]', ['?']],
  ['without an index', '!Select [a, [b]]', ['?']],
])('%s', (_, expression, expected) => {
  expect(valuesOf(expression, 'Parameters: { I: { Type: Number, AllowedValues: [0, 1] } }')).toEqual(expected);
});
