import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

const template = `
Parameters: { Env: { AllowedValues: [dev, test, prod] } }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Always: !Equals [a, a]
  Twice: !And [!Condition IsProd, !Condition Always]
`;

it.each([
  ['an arm for each way that the condition can turn out', '!If [IsProd, a, b]', ['a', 'b']],
  ['the one arm of a condition that is certain', '!If [Always, a, b]', ['a']],
  ['nothing', '!If [IsProd, a, !Ref AWS::NoValue]', ['a', 'nothing']],
  ['arms in arms that agree', '!If [IsProd, !If [IsProd, a, b], !If [IsProd, c, d]]', ['a', 'd']],
  ['arms that a parameter decides too', '!If [IsProd, !Ref Env, b]', ['prod', 'b']],
  ['a condition of conditions', '!If [Twice, !If [IsProd, a, b], c]', ['a', 'c']],
  ['both arms of a condition that is missing', '!If [Nobody, a, b]', ['a', 'b']],
  ['a map', '!If [Always, { a: 1 }, b]', ['map']],
  ['what isn’t known where an arm is missing', '!If [IsProd]', ['?', '?']],
])('is %s', (_, expression, expected) => {
  expect(valuesOf(expression, template)).toEqual(expected);
});
