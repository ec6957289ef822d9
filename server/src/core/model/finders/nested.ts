import { isMerge, membersOf } from '../../syntax/access.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import type { BucketSubject } from '../subject.ts';
import { findAckBucket } from './ackBucket.ts';
import { findAutomationStep } from './automation.ts';
import { findNestedRequest } from './request.ts';
import type { Around } from './requestSubject.ts';
import { findTask } from './stateMachine.ts';

/** Tells whether a map, wherever it stands, is something that holds a configuration. */
type NestedFinder = (around: Around, map: MapNode) => BucketSubject | undefined;

/** Each by the member without which it finds nothing, for most maps have none of these. */
const finders: ReadonlyMap<string, NestedFinder> = new Map([
  ['apiVersion', findAckBucket],
  ['action', findAutomationStep],
  ['Resource', findTask],
  ['ServerSideEncryptionConfiguration', findNestedRequest],
]);

/**
 * What holds a configuration anywhere below a node, in the order of the text. Aliases aren't followed: what they stand for is
 * met where it is written.
 */
export function findNested(around: Around, node: Node | undefined): BucketSubject[] {
  const found: BucketSubject[] = [];
  if (node) collect(around, node, found);
  return found;
}

function collect(around: Around, node: Node, found: BucketSubject[]): void {
  if (node.kind === 'list') for (const item of node.items) collect(around, item, found);
  if (node.kind !== 'map') return;
  const subject = subjectAt(around, node);
  if (subject) found.push(subject);
  else for (const { value } of node.entries) collect(around, value, found);
}

function subjectAt(around: Around, map: MapNode): BucketSubject | undefined {
  const entries = map.entries.some(isMerge) ? membersOf(map).values() : map.entries;
  for (const { key } of entries) {
    const subject = finders.get(key.text)?.(around, map);
    if (subject) return subject;
  }
  return undefined;
}
