import { isCreated } from '../cloudformation/created.ts';
import type { Evaluator } from '../cloudformation/evaluate.ts';
import { areSame, sourceOf, type Text } from '../cloudformation/text.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import { isInForce, type Logging, Loggings, type LogTarget } from './loggings.ts';

/**
 * The LoggingConfigurations by which buckets of the template log to one of them, in this world. `bucketName` is what stands
 * for its name, where something does. Without a destination, a bucket logs to itself.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html
 */
export function logSourcesOf(target: LogTarget, bucketName: Node | undefined, evaluator: Evaluator): Node[] {
  const { scope } = evaluator;
  scope.note('log-target', target.logicalId);
  return Loggings.of(scope.template)
    .about(target)
    .filter((logging) => logsTo({ ...target, bucketName }, logging, evaluator))
    .map(({ node }) => node);
}

/** The target with what stands for its name. */
interface NamedTarget extends LogTarget {
  readonly bucketName: Node | undefined;
}

function logsTo(target: NamedTarget, logging: Logging, evaluator: Evaluator): boolean {
  const { resource, node } = logging;
  if (resource !== target.node && !isThere(logging, evaluator)) return false;
  const result = evaluator.evaluate(node);
  const map = result.kind === 'written' ? asMap(result.node) : undefined;
  if (!map) return false;
  const destination = member(map, 'DestinationBucketName')?.value;
  if (!destination) return resource === target.node;
  const text = evaluator.textOf(destination);
  const source = sourceOf(text);
  if (source?.kind === 'resource') return source.name === target.logicalId;
  if (evaluator.evaluate(destination).kind === 'nothing') return resource === target.node;
  return isNameOf(text, target, evaluator);
}

/** Another resource of its name, that comes or goes, decides it anew. */
function isThere(logging: Logging, evaluator: Evaluator): boolean {
  const { scope } = evaluator;
  scope.note('resource', logging.logicalId);
  return isInForce(logging, scope.template) && isCreated(logging.resource, evaluator);
}

function isNameOf(text: Text, { bucketName }: NamedTarget, evaluator: Evaluator): boolean {
  return bucketName !== undefined && areSame(evaluator.settle(text), evaluator.settle(evaluator.textOf(bucketName)));
}
