import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

const template = `
Parameters: { Env: { AllowedValues: [dev, prod] } }
Resources: { Key: { Type: AWS::KMS::Key } }
`;

it.each([
  ['a variable', "!Sub 'alias/${Env}'", ['alias/dev', 'alias/prod']],
  ['white space in it', "!Sub 'alias/${ Env }'", ['alias/dev', 'alias/prod']],
  ['a literal', "!Sub '${!Env}-x'", ['${Env}-x']],
  ['a variable that only a deployment knows', "!Sub '${AWS::StackName}-x'", ['? ${AWS::StackName}-x']],
  ['an attribute', "!Sub '${Key.Arn}'", ['? ${Key.Arn}']],
  ['variables of its own', "!Sub ['${A}-${Env}', { A: x }]", ['x-dev', 'x-prod']],
  ['one of its own that hides a parameter', "!Sub ['${Env}', { Env: own }]", ['own']],
  ['one of its own that is put together', "!Sub ['${A}', { A: !Join ['-', [a, !Ref Env]] }]", ['a-dev', 'a-prod']],
  ['none', '!Sub plain', ['plain']],
  ['one that isn’t closed', "!Sub 'a${Env}-${Env'", ['adev-${Env', 'aprod-${Env']],
  ['AWS::NoValue, which is no text', "!Sub 'a${AWS::NoValue}'", ['? a${AWS::NoValue}']],
  ['a dynamic reference', "!Sub '{{resolve:ssm:/${Env}}}'", ['? {{resolve:ssm:/dev}}', '? {{resolve:ssm:/prod}}']],
])('with %s', (_, expression, expected) => {
  expect(valuesOf(expression, template)).toEqual(expected);
});

it('isn’t known where its text isn’t written', () => {
  expect(valuesOf('!Sub [!Ref Text, {}]')).toEqual(['?']);
});
