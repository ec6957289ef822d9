import { expect, it } from 'vitest';
import { dependenciesOf, valuesOf } from './values.ts';

it.each([
  ['a Default, or another value', '{ Type: String, Default: dev }', ['dev', '? ${P}']],
  ['exactly the allowed values, the Default first', '{ Default: b, AllowedValues: [a, b] }', ['b', 'a']],
  ['nothing known without either', '{ Type: String }', ['? ${P}']],
  ['a number as text', '{ Type: Number, AllowedValues: [1, 2.5] }', ['1', '2.5']],
  ['a boolean as text', '{ Type: String, AllowedValues: [true, False] }', ['true', 'false']],
  ['a boolean of YAML 1.1 as text', '{ Type: String, Default: no, AllowedValues: [yes, no] }', ['false', 'true']],
  ['nothing known of a number with a leading zero', '{ Type: String, AllowedValues: [012] }', ['? ${P}']],
  ['nothing known of a placeholder', "{ Type: String, Default: '<your key>' }", ['? ${P}']],
  [
    'nothing known of a parameter of Systems Manager',
    "{ Type: 'AWS::SSM::Parameter::Value<String>', Default: /k }",
    ['? ${P}'],
  ],
  ['a list', "{ Type: CommaDelimitedList, Default: 'a, b' }", ['[a, b]', '?']],
  ['a list that is empty', "{ Type: List<Number>, Default: '' }", ['[]', '?']],
  [
    'a list of the allowed values',
    "{ Type: CommaDelimitedList, Default: 'a,b', AllowedValues: [a, b] }",
    ['[a, b]', '?'],
  ],
])('a parameter is %s', (_, parameter, expected) => {
  expect(valuesOf('!Ref P', `Parameters: { P: ${parameter} }`)).toEqual(expected);
});

it('AWS::NoValue is nothing', () => {
  expect(valuesOf('!Ref AWS::NoValue')).toEqual(['nothing']);
});

it.each(['AWS::Region', 'AWS::AccountId', 'AWS::StackId', 'AWS::Other'])('%s is only known at deployment', (name) => {
  expect(valuesOf(`!Ref ${name}`)).toEqual([`? \${${name}}`]);
});

it.each([
  ['a bucket by its name', '{ Type: AWS::S3::Bucket, Properties: { BucketName: logs } }', ['logs']],
  ['a bucket without a name', '{ Type: AWS::S3::Bucket }', ['? ${R}']],
  ['a bucket that is named after itself', '{ Type: AWS::S3::Bucket, Properties: { BucketName: !Ref R } }', ['? ${R}']],
  ['an alias by its name', '{ Type: AWS::KMS::Alias, Properties: { AliasName: alias/a } }', ['alias/a']],
  [
    'an alias of which a part is known',
    '{ Type: AWS::KMS::Alias, Properties: { AliasName: !Sub "alias/${X}" } }',
    ['? alias/${X}'],
  ],
  ['a key', '{ Type: AWS::KMS::Key }', ['? ${R}']],
  ['anything else', '{ Type: AWS::SNS::Topic, Properties: { TopicName: t } }', ['? ${R}']],
])('a resource is %s', (_, resource, expected) => {
  expect(valuesOf('!Ref R', `Resources: { R: ${resource} }`)).toEqual(expected);
});

it('a name that is missing is only known at deployment', () => {
  expect(valuesOf('!Ref Nobody')).toEqual(['? ${Nobody}']);
  expect(valuesOf('!Ref [a]')).toEqual(['?']);
});

it('notes what it rests on, also what is missing', () => {
  expect(dependenciesOf('!Ref P', 'Parameters: { P: { Default: a } }')).toEqual(['parameter P']);
  expect(dependenciesOf('!Ref Nobody')).toEqual(['parameter Nobody', 'resource Nobody']);
  expect(dependenciesOf('plain')).toEqual([]);
});
