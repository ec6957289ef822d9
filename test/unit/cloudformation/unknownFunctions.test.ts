import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

it.each([
  '!ImportValue key',
  '!Base64 text',
  '!Cidr [10.0.0.0/16, 1, 8]',
  '!GetAZs eu-west-1',
  '!ToJsonString { a: 1 }',
  '{ Fn::Transform: { Name: AWS::Include } }',
  '{ Fn::NotThere: a }',
  '!vault text',
])('%s is only known at deployment', (expression) => {
  expect(valuesOf(expression)).toEqual(['?']);
});

it('a dynamic reference is text that is only known at deployment', () => {
  expect(valuesOf("'{{resolve:ssm:/key:1}}'")).toEqual(['? {{resolve:ssm:/key:1}}']);
});
