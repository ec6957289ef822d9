import { expect, it } from 'vitest';
import { constraintsOf } from '../../../server/src/core/cloudformation/constraints.ts';
import { valuesOf } from './values.ts';

/** What comes of it whether a parameter is a value. */
function isValue(parameter: string, value: string): string[] {
  const template = `Parameters: { P: ${parameter} }\nConditions: { C: !Equals [!Ref P, ${value}] }`;
  return valuesOf('!If [C, yes, no]', template);
}

const either = ['true', 'false'];
const never = ['false'];

it.each([
  ['a pattern that it matches', "{ Type: String, AllowedPattern: '^(dev|prod)$' }", 'prod', either],
  ['a pattern that it doesn’t match', "{ Type: String, AllowedPattern: '^(dev|prod)$' }", 'test', never],
  ['a pattern that a part of it matches', '{ Type: String, AllowedPattern: dev }', 'dev-1', never],
  ['a pattern of Java’s alone', "{ Type: String, AllowedPattern: '(?i)dev' }", 'DEV', either],
  ['a pattern that takes forever to match', "{ Type: String, AllowedPattern: '(a+)+b' }", 'a'.repeat(100), never],
  ['a pattern that isn’t known', "{ Type: String, AllowedPattern: '${Pattern}' }", 'a', either],
  ['a pattern of its type', "{ Type: 'AWS::EC2::VPC::Id', AllowedPattern: 'vpc-.*' }", "''", never],
  ['too short', '{ Type: String, MinLength: 1 }', "''", never],
  ['short enough', '{ Type: String, MinLength: 1, MaxLength: 2 }', 'ab', either],
  ['too long', "{ Type: String, MaxLength: '2' }", 'abc', never],
  ['too little', '{ Type: Number, MinValue: 1 }', '0.5', never],
  ['within the bounds', '{ Type: Number, MinValue: -1, MaxValue: 1.5 }', '1.5', either],
  ['too much', '{ Type: Number, MaxValue: 1.5 }', '2', never],
  ['no number', '{ Type: Number }', 'none', never],
  ['the name of a value', "{ Type: 'AWS::SSM::Parameter::Value<String>', MinLength: 1 }", "''", either],
])('a condition on a parameter: %s', (_, parameter, value, expected) => {
  expect(isValue(parameter, value).map((each) => String(each === 'yes' || each === 'true'))).toEqual(expected);
});

it.each([
  ['that is allowed', '{ Default: dev, AllowedPattern: "[a-z]+" }', ['dev', '? ${P}']],
  ['that isn’t: it has to be set', '{ Default: "", AllowedPattern: "[a-z]+" }', ['? ${P}']],
  ['that isn’t among its lengths', '{ Default: "", MinLength: 1 }', ['? ${P}']],
  ['among values of which some aren’t', '{ Default: "", AllowedValues: ["", a, b], MinLength: 1 }', ['a', 'b']],
])('a Default %s', (_, parameter, expected) => {
  expect(valuesOf('!Ref P', `Parameters: { P: ${parameter} }`)).toEqual(expected);
});

it.each([
  ['are known where they are few', '^(prod|dev)$', ['dev', 'prod']],
  ['are known that may lack something', 'ab?|(|a)c', ['a', 'c', 'ab', 'ac']],
  ['are known that have one of a few letters', '[xy]', ['x', 'y']],
  ['are not known where they are many', '[a-z]', ['? ${P}']],
  ['are not known where they have no end', 'a*', ['? ${P}']],
  ['are not known where a letter may be any', 'a.', ['? ${P}']],
  ['are not known of an empty pattern', '', ['? ${P}']],
])('the texts that match a pattern %s: %s', (_, pattern, expected) => {
  expect(valuesOf('!Ref P', `Parameters: { P: { AllowedPattern: '${pattern}' } }`)).toEqual(expected);
});

it.each(['String', 'CommaDelimitedList'])('a %s that says nothing of its values has nothing asked of them', (type) => {
  expect(constraintsOf(type, () => undefined)).toBeUndefined();
});
