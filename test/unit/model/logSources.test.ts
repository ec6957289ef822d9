import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCreated } from '../../../server/src/core/cloudformation/created.ts';
import type { Evaluator } from '../../../server/src/core/cloudformation/evaluate.ts';
import { Template } from '../../../server/src/core/cloudformation/template.ts';
import { areSame, sourceOf } from '../../../server/src/core/cloudformation/text.ts';
import { readWorlds } from '../../../server/src/core/cloudformation/worlds.ts';
import { readDocument } from '../../../server/src/core/index.ts';
import { logTarget } from '../../../server/src/core/model/destinations.ts';
import { Loggings } from '../../../server/src/core/model/loggings.ts';
import { logSourcesOf } from '../../../server/src/core/model/logSources.ts';
import { asMap, member } from '../../../server/src/core/syntax/access.ts';
import type { MapNode, Node } from '../../../server/src/core/syntax/node.ts';

const declarations = `
Parameters: { A: { AllowedValues: [x, y] }, B: { Type: String, Default: x } }
Mappings: { Rows: { x: { name: x-logs }, y: { name: logs } } }
Conditions: { IsX: !Equals [!Ref A, x], IsHere: !Equals [!Ref AWS::StackName, x] }
`;

const bucketNames = ['One', 'Two', 'Three'];

const texts = fc.oneof(
  fc.constantFrom('logs', 'x-logs', 'y-logs'),
  fc.constantFrom('A', 'B', 'AWS::StackName', 'AWS::Region').map((name) => `!Sub '\${${name}}-logs'`),
  fc.constantFrom('A', 'B').map((name) => `!Join ['-', [!Ref ${name}, logs]]`),
  fc.constantFrom('A').map((name) => `!FindInMap [Rows, !Ref ${name}, name]`),
  fc.constantFrom('!ImportValue logs', "!Sub '${AWS::Region}-${AWS::AccountId}'", "!Sub '${One}-logs'"),
);
const choices = fc.oneof(
  texts,
  fc.tuple(fc.constantFrom('IsX', 'IsHere'), texts, texts).map((parts) => `!If [${parts.join(', ')}]`),
);
const buckets = fc.record({
  name: fc.option(choices),
  destination: fc.option(
    fc.oneof(
      choices,
      fc.constantFrom(...bucketNames).map((name) => `!Ref ${name}`),
    ),
  ),
  condition: fc.constantFrom('', 'Condition: IsX,', 'Condition: IsHere,'),
});

it('finds who logs to a bucket as where each destination is worked out, whatever names and destinations say', () => {
  let found = 0;
  const property = fc.property(fc.array(buckets, { minLength: 3, maxLength: 3 }), (all) => {
    const root = templateOf(all);
    for (const name of bucketNames) {
      const sources = sourcesIn(root, name, logSourcesOf);
      expect([name, ...sources]).toEqual([name, ...sourcesIn(root, name, workedOut)]);
      found += sources.length;
    }
  });
  fc.assert(property, { numRuns: 1000 });
  expect(found).toBeGreaterThan(100);
});

interface Bucket {
  readonly name: string | null;
  readonly destination: string | null;
  readonly condition: string;
}

function templateOf(all: readonly Bucket[]): MapNode {
  const lines = all.map(({ name, destination, condition }, index) => {
    const properties = [
      ...(name === null ? [] : [`BucketName: ${name}`]),
      ...(destination === null ? [] : [`LoggingConfiguration: { DestinationBucketName: ${destination} }`]),
    ];
    return `  ${bucketNames[index]}: { Type: AWS::S3::Bucket, ${condition} Properties: { ${properties.join(', ')} } }`;
  });
  const root = asMap(readDocument(`Resources:\n${lines.join('\n')}\n${declarations}`, 'yaml').roots[0]);
  if (!root) throw new Error('no template');
  return root;
}

type Look = typeof logSourcesOf;

/** The buckets that log to one of them, in any world. */
function sourcesIn(root: MapNode, name: string, look: Look): string[] {
  const template = new Template([root], 'yaml');
  const node = bucketIn(template, name);
  const { worlds } = readWorlds(template, (evaluator) => {
    if (!isCreated(node, evaluator)) return undefined;
    return look(logTarget(name, node, 'yaml'), propertyOf(node, 'BucketName'), evaluator);
  });
  const nodes = new Set(worlds.flat());
  return bucketNames.filter((each) => nodes.has(loggingOf(template, each) as Node));
}

/** As it is found, but that every destination is worked out that isn't ruled out by what is written. */
function workedOut(...[target, bucketName, evaluator]: Parameters<Look>): Node[] {
  const about = Loggings.of(evaluator.scope.template).about(target);
  const sources = about.filter(({ resource, node }) => {
    return isCreated(resource, evaluator) && logsTo(node, target.logicalId, bucketName, evaluator);
  });
  return sources.map(({ node }) => node);
}

function logsTo(logging: Node, logicalId: string, bucketName: Node | undefined, evaluator: Evaluator): boolean {
  const map = asMap(logging);
  const destination = map && member(map, 'DestinationBucketName')?.value;
  const text = destination ? evaluator.textOf(destination) : [];
  const source = sourceOf(text);
  if (source?.kind === 'resource') return source.name === logicalId;
  return bucketName !== undefined && areSame(evaluator.settle(text), evaluator.settle(evaluator.textOf(bucketName)));
}

function bucketIn(template: Template, name: string): MapNode {
  const map = asMap(template.find('Resources', name));
  if (!map) throw new Error(`no bucket ${name}`);
  return map;
}

function loggingOf(template: Template, name: string): Node | undefined {
  return propertyOf(bucketIn(template, name), 'LoggingConfiguration');
}

function propertyOf(resource: MapNode, name: string): Node | undefined {
  const properties = asMap(member(resource, 'Properties')?.value);
  return properties && member(properties, name)?.value;
}
