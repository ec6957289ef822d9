import { textUnder } from '../syntax/access.ts';
import type { MapNode } from '../syntax/node.ts';
import type { Evaluator } from './evaluate.ts';

/** False in a world in which a resource's Condition keeps it from being created. */
export function isCreated(resource: MapNode, evaluator: Evaluator): boolean {
  const condition = textUnder(resource, 'Condition');
  return condition === undefined || evaluator.isTrue(condition) !== false;
}
