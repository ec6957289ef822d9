import { isCreated } from '../cloudformation/created.ts';
import type { Evaluator } from '../cloudformation/evaluate.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import type { LogTarget } from './destinations.ts';
import { isInForce, type Logging, Loggings } from './loggings.ts';
import { LogTargetHere } from './logTargetHere.ts';

/**
 * The LoggingConfigurations by which buckets of the template log to one of them, in this world. `bucketName` is what stands
 * for its name, where something does. Without a destination, a bucket logs to itself.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-loggingconfiguration.html
 */
export function logSourcesOf(target: LogTarget, bucketName: Node | undefined, evaluator: Evaluator): Node[] {
  const { scope } = evaluator;
  scope.note('log-target', target.logicalId);
  const about = Loggings.of(scope.template).about(target);
  if (about.length === 0) return [];
  const here = new LogTargetHere(target, bucketName, evaluator);
  return about.filter((logging) => logsTo(here, logging, evaluator)).map(({ node }) => node);
}

function logsTo(here: LogTargetHere, logging: Logging, evaluator: Evaluator): boolean {
  const { resource, node, onlyDestination } = logging;
  const isItself = resource === here.target.node;
  if (onlyDestination && !here.mayBe(onlyDestination)) return false;
  if (!isItself && !isThere(logging, evaluator)) return false;
  const result = evaluator.evaluate(node);
  const map = result.kind === 'written' ? asMap(result.node) : undefined;
  if (!map) return false;
  const destination = member(map, 'DestinationBucketName')?.value;
  if (!destination || evaluator.evaluate(destination).kind === 'nothing') return isItself;
  return here.is(evaluator.textOf(destination));
}

/** Another resource of its name, that comes or goes, decides it anew. */
function isThere(logging: Logging, evaluator: Evaluator): boolean {
  const { scope } = evaluator;
  scope.note('resource', logging.logicalId);
  return isInForce(logging, scope.template) && isCreated(logging.resource, evaluator);
}
