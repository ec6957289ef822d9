import { isCreated } from '../cloudformation/created.ts';
import type { Evaluator } from '../cloudformation/evaluate.ts';
import { literalOf, sourceOf, type Text } from '../cloudformation/text.ts';
import { asMap, member } from '../syntax/access.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { Loggings, type LogTarget } from './loggings.ts';

/**
 * The LoggingConfigurations by which buckets of the template log to one of them, in this world. Without a destination, a
 * bucket logs to itself.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html
 */
export function logSourcesOf(target: LogTarget, evaluator: Evaluator): Node[] {
  const { scope } = evaluator;
  scope.note('log-target', target.logicalId);
  return Loggings.of(scope.template)
    .about(target)
    .filter(({ resource, node }) => logsTo(target, resource, node, evaluator))
    .map(({ node }) => node);
}

function logsTo(target: LogTarget, resource: MapNode, logging: Node, evaluator: Evaluator): boolean {
  if (resource !== target.node && !isCreated(resource, evaluator)) return false;
  const result = evaluator.evaluate(logging);
  const map = result.kind === 'written' ? asMap(result.node) : undefined;
  if (!map) return false;
  const destination = member(map, 'DestinationBucketName')?.value;
  return destination ? isMeant(evaluator.textOf(destination), target) : resource === target.node;
}

function isMeant(text: Text, { logicalId, bucketName }: LogTarget): boolean {
  const source = sourceOf(text);
  if (source) return source.kind === 'resource' && source.name === logicalId;
  return bucketName !== undefined && literalOf(text) === bucketName;
}
