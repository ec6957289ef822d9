import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

const template =
  'Parameters: { Env: { AllowedValues: [dev, prod] }, List: { Type: CommaDelimitedList, Default: "a,b" } }';

it.each([
  ['texts', "!Join [':', [arn, aws]]", ['arn:aws']],
  ['a parameter', "!Join ['-', [x, !Ref Env]]", ['x-dev', 'x-prod']],
  ['what only a deployment knows', "!Join ['', [alias/, !Ref Name]]", ['? alias/${Name}']],
  ['nothing', "!Join ['-', [a, !Ref AWS::NoValue, b]]", ['a-b']],
  ['no item', "!Join ['-', []]", ['']],
  ['a list that is a parameter', "!Join ['+', !Ref List]", ['a+b', '?']],
  ['a list that is split', "!Join ['+', !Split ['/', a/b]]", ['a+b']],
  ['a dynamic reference', "!Join ['', ['{{resolve:ssm:', /key, '}}']]", ['? {{resolve:ssm:/key}}']],
  ['an import', "!Join ['', [x, !ImportValue y]]", ['? x${Fn::ImportValue: y}']],
])('joins %s', (_, expression, expected) => {
  expect(valuesOf(expression, template)).toEqual(expected);
});

it.each(["!Join ['', !Ref Unknown]", '!Join [!Ref Separator, [a, b]]', '!Join a'])('%s isn’t known', (expression) => {
  expect(valuesOf(expression)).toEqual(['?']);
});
