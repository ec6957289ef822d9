import { only } from '../../syntax/access.ts';
import { endOf, startOf } from '../../syntax/document.ts';
import type { Node } from '../../syntax/node.ts';
import { keyOf } from '../../syntax/pointer.ts';
import type { BucketSubject } from '../subject.ts';

/** The subject that an offset of the text lies in; the only one, wherever the offset lies. */
export function subjectAt(subjects: readonly BucketSubject[], offset: number): BucketSubject | undefined {
  return only(subjects) ?? subjects.find(({ node }) => covers(node, offset));
}

/** True where an offset lies in a node, or in the key that it stands under. */
function covers(node: Node, offset: number): boolean {
  return startOf(keyOf(node) ?? node) <= offset && offset <= endOf(node);
}
