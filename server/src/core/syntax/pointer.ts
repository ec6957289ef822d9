import type { Document } from './document.ts';
import type { Node } from './node.ts';

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

/** The key that a value stands under, or undefined for an item of a list and for a root. */
export function keyOf(node: Node): Node | undefined {
  const { parent } = node;
  return parent?.kind === 'map' ? parent.entries.find((entry) => entry.value === node)?.key : undefined;
}

function stepTo(node: Node): string {
  const { parent } = node;
  if (parent?.kind === 'list') return String(parent.items.indexOf(node));
  const entry = parent?.entries.find(({ key, value }) => key === node || value === node);
  return entry?.key.text ?? '';
}
