import type { Document } from '../syntax/document.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { findAckBucket } from './ackBucket.ts';
import { findAutomationStep } from './automation.ts';
import { findNestedRequest } from './request.ts';
import { findTask } from './stateMachine.ts';
import type { BucketSubject } from './subject.ts';

/** Tells whether a map, wherever it stands, is something that holds a configuration. */
type NestedFinder = (document: Document, map: MapNode, hasIntrinsics: boolean) => BucketSubject | undefined;

const finders: readonly NestedFinder[] = [findAckBucket, findAutomationStep, findTask, findNestedRequest];

/**
 * What holds a configuration anywhere below a node, in the order of the text. Aliases aren't followed: what they stand for is
 * met where it is written.
 */
export function findNested(document: Document, node: Node | undefined, hasIntrinsics = false): BucketSubject[] {
  if (node?.kind === 'list') return node.items.flatMap((item) => findNested(document, item, hasIntrinsics));
  if (node?.kind !== 'map') return [];
  for (const find of finders) {
    const subject = find(document, node, hasIntrinsics);
    if (subject) return [subject];
  }
  return node.entries.flatMap(({ value }) => findNested(document, value, hasIntrinsics));
}
