import { member } from '../syntax/access.ts';
import type { MapNode } from '../syntax/node.ts';
import type { Evaluator } from './evaluate.ts';
import { literalOf } from './text.ts';

/**
 * False in a world in which a resource's Condition keeps it from being created. Its name can be put together of the item of a
 * Fn::ForEach; where it isn't known, the resource may be created.
 */
export function isCreated(resource: MapNode, evaluator: Evaluator): boolean {
  const written = member(resource, 'Condition')?.value;
  const condition = written && literalOf(evaluator.textOf(written));
  return condition === undefined || evaluator.isTrue(condition) !== false;
}
