import { expect, it } from 'vitest';
import { valuesOf } from './values.ts';

const parameters =
  'Parameters: { Env: { AllowedValues: [dev, test, prod] }, Key: { Default: "" }, Any: { Type: String } }';

/** The values of `!If [C, yes, no]`, with what Env and Key are then. */
function decided(condition: string, value = "!If [C, 'y', 'n']", others = ''): string[] {
  return valuesOf(value, `${parameters}\nConditions:\n  C: ${condition}\n${others}`);
}

it.each([
  ['of texts', '!Equals [a, a]', ['y']],
  ['of texts that differ', '!Equals [a, b]', ['n']],
  ['of a parameter', '!Equals [!Ref Env, prod]', ['y', 'n']],
  ['of a parameter with what it can’t be', '!Equals [!Ref Env, stage]', ['n']],
  ['of a parameter with itself', '!Equals [!Ref Env, !Ref Env]', ['y']],
  ['of a parameter that is joined', "!Equals [!Join ['', [!Ref Env]], prod]", ['y', 'n']],
  ['of a text that holds a parameter', "!Equals [!Sub 'x-${Env}', x-dev]", ['y', 'n']],
  ['of a text that holds what its parameter can’t be', "!Equals [!Sub 'x-${Env}', x-stage]", ['n']],
  ['of a text that can’t be it', "!Equals [!Sub 'x-${AWS::StackName}', y-dev]", ['n']],
  ['of a text that may be it', "!Equals [!Sub 'x-${AWS::StackName}', x-dev]", ['y', 'n']],
  ['of booleans', "!Equals [true, 'true']", ['y']],
  ['of booleans of YAML 1.1', '!Equals [yes, On]', ['y']],
  ['of a boolean of YAML 1.1 with its word', "!Equals [yes, 'yes']", ['n']],
  ['of a Region', '!Equals [!Ref AWS::Region, us-east-1]', ['y', 'n']],
  ['of a Region with what is none', '!Equals [!Ref AWS::Region, prod]', ['n']],
])('Fn::Equals %s', (_, condition, expected) => {
  expect(decided(condition)).toEqual(expected);
});

it.each([
  ['Fn::Not', '!Not [!Equals [a, b]]', ['y']],
  ['Fn::And, all of it', '!And [!Equals [a, a], !Equals [b, b]]', ['y']],
  ['Fn::And, one of it', '!And [!Equals [a, b], !Equals [!Ref Env, dev]]', ['n']],
  ['Fn::Or', '!Or [!Equals [!Ref Env, dev], !Equals [!Ref Env, test]]', ['y', 'y', 'n']],
  ['Fn::Contains', '!Contains [[dev, test], !Ref Env]', ['y', 'y', 'n']],
  ['Fn::EachMemberEquals', '!EachMemberEquals [[a, a], a]', ['y']],
  ['Fn::EachMemberIn', '!EachMemberIn [[a, b], [b, c]]', ['n']],
  ['another condition', '!Condition D', ['y', 'n']],
  ['another condition, spelt long', '{ Condition: D }', ['y', 'n']],
  ['a condition that rests on itself', '!Not [!Condition C]', ['y', 'n']],
  ['no condition', 'plain', ['y', 'n']],
])('%s', (_, condition, expected) => {
  expect(decided(condition, undefined, '  D: !Equals [!Ref Env, dev]')).toEqual(expected);
});

it('the same comparison decides all conditions', () => {
  const others =
    '  D: !Not [!Equals [!Ref Env, prod]]\n  E: !Equals [!Ref AWS::Region, us-east-1]\n  F: !Equals [!Ref AWS::Region, us-east-1]';
  expect(decided('!Equals [!Ref Env, prod]', '!If [C, !If [D, never, a], !If [D, b, never]]', others)).toEqual([
    'a',
    'b',
  ]);
  expect(decided('plain', '!If [E, !If [F, a, never], !If [F, never, b]]', others)).toEqual(['a', 'b']);
});

it.each([
  ['of one part', "!Equals [!Sub '${Any}-x', prod-x]", '!Equals [!Ref Any, prod]'],
  ['of a part that no other can have', "!Equals [!Sub '${Any}-${AWS::Region}', a-eu-west-1]", '!Equals [!Ref Any, a]'],
  ['of an empty text', "!Equals [!Sub '${Any}${Key}', '']", "!Equals [!Ref Any, '']"],
  ['of a part that stands there twice', "!Equals [!Sub '${Any}-${Any}', a-a]", '!Equals [!Ref Any, a]'],
  ['of what is imported', "!Equals [!Sub ['${X}-x', { X: !ImportValue X }], a-x]", '!Equals [!ImportValue X, a]'],
])('composed text is never equal where a part isn’t: %s', (_, composed, part) => {
  const others = `  D: ${part}`;
  const met = (condition: string, value: string) => decided(condition, value, others);
  expect(met(composed, '!If [C, !If [D, y, never], n]')).not.toContain('never');
  expect(met(composed, '!If [D, n, !If [C, never, y]]')).not.toContain('never');
});

it('composed text can be split in more than one way', () => {
  const others = '  D: !Equals [!Ref Any, x]\n  E: !Equals [!Ref Any, x-y]';
  expect(
    decided("!Equals [!Sub '${Any}-${Key}', x-y-z]", '!If [C, !If [D, x, !If [E, x-y, never]], n]', others),
  ).toEqual(['x', 'n', 'x-y', 'n', 'n']);
});

it('what is decided later says whether a comparison was so', () => {
  const others = '  D: !Equals [!Ref Any, a]\n  E: !Equals [!Ref Key, a]';
  const same = '!Equals [!Ref Any, !Ref Key]';
  expect(decided(same, '!If [C, !If [D, !If [E, y, never], n], n]', others)).not.toContain('never');
  expect(decided(same, '!If [C, y, !If [D, !If [E, never, n], n]]', others)).not.toContain('never');
});

it.each([
  ['of two that aren’t known', '!Equals [!Ref Any, !Ref Other]', '!Equals [!Ref Other, !Ref Any]'],
  ['of what is imported', "!Equals ['', !ImportValue X]", "!Equals [!ImportValue X, '']"],
])('a comparison is the same in either order: %s', (_, one, other) => {
  const value = '!If [C, !If [D, y, never], !If [D, never, n]]';
  expect(decided(one, value, `  D: ${other}`)).toEqual(['y', 'n']);
});

it.each([
  ['us-east-1', ['region', 'partition', 'neither']],
  ['cn-north-1', ['both', 'partition', 'neither']],
  ['xy-north-1, which nobody knows,', ['both', 'region', 'partition', 'neither']],
])('the Region %s is in its own partition', (region, expected) => {
  const isRegion = `!Equals [!Ref AWS::Region, ${region.replace(/,.*/, '')}]`;
  const value = '!If [C, !If [D, both, region], !If [D, partition, neither]]';
  expect(decided(isRegion, value, '  D: !Equals [!Ref AWS::Partition, aws-cn]')).toEqual(expected);
});

it('a row of a Region that is in another partition is never taken', () => {
  const rows = 'Mappings: { Rows: { us-east-1: { Name: one }, cn-north-1: { Name: two } } }';
  const value = '!If [C, !FindInMap [Rows, !Ref AWS::Region, Name], n]';
  expect(decided('!Equals [!Ref AWS::Partition, aws-cn]', value, rows)).toEqual(['two', 'n']);
});

it('conditions that exclude each other never meet', () => {
  const value = "!Sub ['${A}${B}', { A: !If [C, dev, ''], B: !If [D, prod, ''] }]";
  expect(decided('!Equals [!Ref Env, dev]', value, '  D: !Equals [!Ref Env, prod]')).toEqual(['dev', 'prod', '']);
});

it('a Default that a condition guards is never taken for a value', () => {
  expect(decided("!Not [!Equals [!Ref Key, '']]", '!If [C, !Ref Key, none]')).toEqual(['none', '? ${Key}']);
});

it('conditions that rest on each other end', () => {
  expect(decided('!Condition D', undefined, '  D: !Not [!Condition C]')).toEqual(['y', 'n']);
});
