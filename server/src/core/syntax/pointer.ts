import { type Document, startOf } from './document.ts';
import type { Entry, Node, ScalarNode } from './node.ts';
import { entryFrom } from './nodeAt.ts';

/**
 * The JSON pointer (RFC 6901) of a node within its document. A key has the pointer of its entry; what is reached through
 * an alias or a merge key has that of the place where it is written.
 */
export function pointerTo(node: Node): string {
  const steps: string[] = [];
  for (let child = node; child.parent; child = child.parent) {
    steps.push(stepTo(child));
  }
  return steps
    .reverse()
    .map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The pointer of a node, with `#n` in front where the text holds several documents: n counts them from 0. */
export function pointerIn(document: Document, node: Node): string {
  const pointer = pointerTo(node);
  return document.roots.length > 1 ? `#${document.roots.indexOf(rootOf(node))}${pointer}` : pointer;
}

/** The root that a node hangs from. */
export function rootOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** The member that a key or a value belongs to; undefined for an item of a list and for a root. */
export function entryOf(node: Node): Entry | undefined {
  const { parent } = node;
  if (parent?.kind !== 'map') return undefined;
  const isIts = ({ key, value }: Entry) => key === node || value === node;
  // Asked of each member of a large map, it must not look through the others; only a value that lacks may stand where the next key does.
  const there = entryFrom(parent, startOf(node));
  return there && isIts(there) ? there : parent.entries.find(isIts);
}

/** The key that a value stands under; undefined for an item of a list, for a root, and for a key. */
export function keyOf(node: Node): ScalarNode | undefined {
  const key = entryOf(node)?.key;
  return key === node ? undefined : key;
}

/** True for a node that stands in brackets. */
export function isInFlow(node: Node): boolean {
  for (let each = node.parent; each; each = each.parent) {
    if (isFlow(each)) return true;
  }
  return false;
}

/** True for a map or a list in brackets. A short tag that was spelt long has none of its own. */
export function isFlow(node: Node): boolean {
  return node.kind === 'map' ? node.style === 'flow' && !node.shortTag : node.kind === 'list' && node.style === 'flow';
}

function stepTo(node: Node): string {
  const { parent } = node;
  return parent?.kind === 'list' ? String(parent.items.indexOf(node)) : (entryOf(node)?.key.text ?? '');
}
