import { isCreated } from '../cloudformation/created.ts';
import type { Evaluator } from '../cloudformation/evaluate.ts';
import { areSame, sourceOf, type Text } from '../cloudformation/text.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import type { Destination, LogTarget } from './destinations.ts';
import { isInForce, type Logging, Loggings } from './loggings.ts';

/**
 * The LoggingConfigurations by which buckets of the template log to one of them, in this world. `bucketName` is what stands
 * for its name, where something does. Without a destination, a bucket logs to itself.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html
 */
export function logSourcesOf(target: LogTarget, bucketName: Node | undefined, evaluator: Evaluator): Node[] {
  const { scope } = evaluator;
  scope.note('log-target', target.logicalId);
  const named = { ...target, bucketName };
  const meaning = new Map<string, boolean>();
  // Of many buckets that log most log to one, so that is asked once.
  const isMeant = ({ words, node }: Destination) => {
    const answer = meaning.get(words) ?? mayMeanHere(named, node, evaluator);
    meaning.set(words, answer);
    return answer;
  };
  return Loggings.of(scope.template)
    .about(target)
    .filter(({ resource, destinations }) => resource === target.node || destinations.some(isMeant))
    .filter((logging) => logsTo(named, logging, evaluator))
    .map(({ node }) => node);
}

/** What an alias stands for can be more than a destination. */
function mayMeanHere(target: NamedTarget, destination: Node, evaluator: Evaluator): boolean {
  return destination.kind === 'alias' || isNamedBy(evaluator.textOf(destination), target, evaluator);
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
  if (evaluator.evaluate(destination).kind === 'nothing') return resource === target.node;
  return isNamedBy(evaluator.textOf(destination), target, evaluator);
}

/** Another resource of its name, that comes or goes, decides it anew. */
function isThere(logging: Logging, evaluator: Evaluator): boolean {
  const { scope } = evaluator;
  scope.note('resource', logging.logicalId);
  return isInForce(logging, scope.template) && isCreated(logging.resource, evaluator);
}

function isNamedBy(text: Text, { logicalId, bucketName }: NamedTarget, evaluator: Evaluator): boolean {
  const source = sourceOf(text);
  if (source?.kind === 'resource') return source.name === logicalId;
  return bucketName !== undefined && areSame(evaluator.settle(text), evaluator.settle(evaluator.textOf(bucketName)));
}
