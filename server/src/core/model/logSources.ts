import type { Evaluator } from '../cloudformation/evaluate.ts';
import { textUnder } from '../cloudformation/template.ts';
import { literalOf, type Text } from '../cloudformation/text.ts';
import { asMap, member } from '../syntax/access.ts';
import type { MapNode, Node } from '../syntax/node.ts';

/** The bucket that logs may be delivered to. */
export interface LogTarget {
  readonly logicalId: string;
  readonly node: MapNode;
  /** Where it is known. */
  readonly bucketName: string | undefined;
}

/**
 * The LoggingConfigurations by which buckets of the template log to one of them, in this world. Without a destination, a
 * bucket logs to itself.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html
 */
export function logSourcesOf(target: LogTarget, evaluator: Evaluator): Node[] {
  const { scope } = evaluator;
  scope.note('log-target', target.logicalId);
  return [...scope.template.section('Resources').values()].flatMap(({ value }) => {
    const resource = asMap(value);
    const logging = resource && loggingOf(resource);
    if (!logging || !(resource === target.node || mentions(logging, target))) return [];
    return logsTo(target, resource, logging, evaluator) ? [logging] : [];
  });
}

function loggingOf(resource: MapNode): Node | undefined {
  if (textUnder(resource, 'Type') !== 'AWS::S3::Bucket') return undefined;
  const properties = asMap(member(resource, 'Properties')?.value);
  return properties && member(properties, 'LoggingConfiguration')?.value;
}

/** Spares the evaluation of what can't be meant. */
function mentions(node: Node, target: LogTarget): boolean {
  if (node.kind === 'list') return node.items.some((item) => mentions(item, target));
  if (node.kind === 'map') return node.entries.some(({ value }) => mentions(value, target));
  if (node.kind === 'alias') return node.target !== undefined && node.target.kind !== 'alias';
  return node.text.includes(target.logicalId) || (target.bucketName !== undefined && node.text === target.bucketName);
}

function logsTo(target: LogTarget, resource: MapNode, logging: Node, evaluator: Evaluator): boolean {
  const condition = textUnder(resource, 'Condition');
  if (resource !== target.node && condition !== undefined && evaluator.isTrue(condition) === false) return false;
  const result = evaluator.evaluate(logging);
  const map = result.kind === 'written' ? asMap(result.node) : undefined;
  if (!map) return false;
  const destination = member(map, 'DestinationBucketName')?.value;
  return destination ? isMeant(evaluator.textOf(destination), target) : resource === target.node;
}

function isMeant(text: Text, { logicalId, bucketName }: LogTarget): boolean {
  const [only, ...others] = text;
  if (typeof only === 'object') {
    return others.length === 0 && only.source?.kind === 'resource' && only.source.name === logicalId;
  }
  return bucketName !== undefined && literalOf(text) === bucketName;
}
