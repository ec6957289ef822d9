import { isCreated } from '../cloudformation/created.ts';
import type { Evaluator } from '../cloudformation/evaluate.ts';
import { areSame, sourceOf, type Text } from '../cloudformation/text.ts';
import { asMap, member } from '../syntax/access.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { Loggings, type LogTarget } from './loggings.ts';

/**
 * The LoggingConfigurations by which buckets of the template log to one of them, in this world. `bucketName` is what stands
 * for its name, where something does. Without a destination, a bucket logs to itself.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html
 */
export function logSourcesOf(target: LogTarget, bucketName: Node | undefined, evaluator: Evaluator): Node[] {
  const { scope } = evaluator;
  scope.note('log-target', target.logicalId);
  const name = bucketName && evaluator.textOf(bucketName);
  return Loggings.of(scope.template)
    .about(target)
    .filter(({ resource, node }) => logsTo({ ...target, name }, resource, node, evaluator))
    .map(({ node }) => node);
}

/** The target with its name in this world. */
interface NamedTarget extends LogTarget {
  readonly name: Text | undefined;
}

function logsTo(target: NamedTarget, resource: MapNode, logging: Node, evaluator: Evaluator): boolean {
  if (resource !== target.node && !isCreated(resource, evaluator)) return false;
  const result = evaluator.evaluate(logging);
  const map = result.kind === 'written' ? asMap(result.node) : undefined;
  if (!map) return false;
  const destination = member(map, 'DestinationBucketName')?.value;
  const isLeftOut = !destination || evaluator.evaluate(destination).kind === 'nothing';
  return isLeftOut ? resource === target.node : isMeant(evaluator.textOf(destination), target, evaluator);
}

function isMeant(text: Text, { logicalId, name }: NamedTarget, evaluator: Evaluator): boolean {
  const source = sourceOf(text);
  if (source?.kind === 'resource') return source.name === logicalId;
  return name !== undefined && areSame(evaluator.settle(text), evaluator.settle(name));
}
