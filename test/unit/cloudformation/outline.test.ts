import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayBeSame, outlineOf } from '../../../server/src/core/cloudformation/outline.ts';
import { Template } from '../../../server/src/core/cloudformation/template.ts';
import { areSame, shownText } from '../../../server/src/core/cloudformation/text.ts';
import { readWorlds } from '../../../server/src/core/cloudformation/worlds.ts';
import { readDocument } from '../../../server/src/core/index.ts';
import { asMap, member } from '../../../server/src/core/syntax/access.ts';
import type { MapNode, Node } from '../../../server/src/core/syntax/node.ts';

const declarations = `
Parameters: { A: { AllowedValues: [x, y] }, B: { Type: String, Default: x-logs }, L: { Type: CommaDelimitedList, Default: 'x,logs' } }
Mappings: { Rows: { x: { name: x-logs }, eu-west-1: { name: logs } } }
Conditions: { IsX: !Equals [!Ref A, x], IsHere: !Equals [!Ref AWS::StackName, x] }
Resources: { Named: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub '\${A}-logs' } } }
`;

it.each([
  ['logs', 'logs'],
  ["!Sub '${A}-logs'", '${A}-logs'],
  ["!Join ['-', [!Ref A, b, !Ref AWS::Region]]", '${A}-b-${AWS::Region}'],
  ["!Join ['-', !Ref L]", '<any>'],
  ['!If [IsX, a, b]', '<any>'],
  ["!Sub ['${a}-logs', { a: !FindInMap [Rows, x, name] }]", '<any>'],
  ['!ImportValue logs', '${Fn::ImportValue: logs}'],
  ['!GetAtt Named.Arn', '${Named.Arn}'],
])('%s says by itself %s', (expression, shown) => {
  const { one } = read(expression, '');
  expect(shownText(outlineOf(one, 'yaml'))).toBe(shown);
});

it.each([
  ['logs', 'logs', true],
  ['logs', 'logs-1', false],
  ["!Sub '${A}-logs'", 'x-logs', true],
  ["!Sub '${A}-logs'", 'x-data', false],
  ["!Sub '${A}-logs'", "!Sub '${A}-data'", false],
  ["!Sub '${A}-logs'", "!Sub '${B}-logs'", true],
  ["!Sub '${A}-logs-${B}'", "!Sub '${A}-data-${B}'", false],
  ["!Sub 'logs-${A}'", "!Join ['', [logs, !Sub '-${A}']]", true],
  ["!Sub 'logs-${A}'", "!Sub '${B}-data'", true],
  ['!ImportValue logs', "!Sub '${A}-data-${AWS::Region}'", false],
  ['!ImportValue logs', '!ImportValue logs', true],
  ['!ImportValue logs', '!ImportValue data', false],
  ['!ImportValue logs', '!FindInMap [Rows, x, name]', true],
])('%s and %s may be the same: %s', (one, two, expected) => {
  expect([areLike(one, two), areLike(two, one)]).toEqual([expected, expected]);
});

const words = fc.constantFrom('logs', 'x', 'x-logs', '-', '');
const names = fc.constantFrom('A', 'B', 'Named', 'AWS::StackName', 'AWS::Region');
const piece = fc.oneof(
  words,
  names.map((name) => `\${${name}}`),
);
const { expressions } = fc.letrec<{ expressions: string }>((tie) => ({
  expressions: fc.oneof(
    { maxDepth: 2 },
    words.map((word) => `'${word}'`),
    names.map((name) => `{ Ref: ${name} }`),
    fc.constant('{ Fn::ImportValue: logs }'),
    names.map((name) => `{ Fn::FindInMap: [Rows, { Ref: ${name} }, name] }`),
    fc.array(piece, { maxLength: 3 }).map((pieces) => `{ Fn::Sub: '${pieces.join('')}' }`),
    fc.array(tie('expressions'), { maxLength: 3 }).map((items) => `{ Fn::Join: ['-', [${items.join(', ')}]] }`),
    fc
      .tuple(fc.constantFrom('IsX', 'IsHere'), tie('expressions'), tie('expressions'))
      .map((parts) => `{ Fn::If: [${parts.join(', ')}] }`),
    fc.constant("{ Fn::Join: ['-', { Ref: L }] }"),
  ),
}));

it('what is the same in any world may be', () => {
  const seen = { same: 0, unlike: 0 };
  const property = fc.property(expressions, expressions, (first, second) => {
    const { one, two, root } = read(first, second);
    const { worlds } = readWorlds(new Template([root], 'yaml'), (evaluator) => {
      const [a, b] = [one, two].map((node) => evaluator.settle(evaluator.textOf(node)));
      return { areSame: areSame(a ?? [], b ?? []) };
    });
    const isSomewhere = worlds.some((world) => world.areSame);
    const isLike = areLike(first, second);
    if (isSomewhere) seen.same++;
    if (!isLike) seen.unlike++;
    expect(isLike || !isSomewhere).toBe(true);
  });
  fc.assert(property, { numRuns: 3000 });
  expect(Math.min(seen.same, seen.unlike)).toBeGreaterThan(50);
});

function areLike(first: string, second: string): boolean {
  const { one, two } = read(first, second);
  return mayBeSame(outlineOf(one, 'yaml'), outlineOf(two, 'yaml'));
}

function read(first: string, second: string): { one: Node; two: Node; root: MapNode } {
  const root = asMap(readDocument(`One: ${first}\nTwo: ${second || 'none'}\n${declarations}`, 'yaml').roots[0]);
  const [one, two] = ['One', 'Two'].map((name) => root && member(root, name)?.value);
  if (!root || !one || !two) throw new Error(`no value: ${first}, ${second}`);
  return { one, two, root };
}
