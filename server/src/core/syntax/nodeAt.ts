import { type Document, endOf, startOf } from './document.ts';
import { lastFrom } from './lastFrom.ts';
import type { Entry, Node } from './node.ts';

/**
 * The innermost node that an offset of the text lies in or at the end of, keys among them; of two that touch there, the
 * later one. Undefined between the nodes of a stream.
 */
export function nodeAt({ roots }: Document, offset: number): Node | undefined {
  let node = touching(roots, offset);
  for (;;) {
    const inner = node && innerAt(node, offset);
    if (!inner) return node;
    node = inner;
  }
}

/** What a node holds, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'list' ? node.items : [];
}

/** Of what a node holds, that which an offset touches; no list is made of the entries of a large map. */
function innerAt(node: Node, offset: number): Node | undefined {
  if (node.kind === 'list') return touching(node.items, offset);
  if (node.kind !== 'map') return undefined;
  // A large map isn't gone through.
  const nearest = node.entries[lastFrom(node.entries, ({ key }) => startOf(key), offset)];
  const entry = nearest && isIn(nearest, offset) ? nearest : node.entries.findLast((each) => isIn(each, offset));
  return entry && (touches(entry.value, offset) ? entry.value : entry.key);
}

function isIn({ key, value }: Entry, offset: number): boolean {
  return touches(value, offset) || touches(key, offset);
}

function touching(nodes: readonly Node[], offset: number): Node | undefined {
  return nodes.findLast((node) => touches(node, offset));
}

function touches(node: Node, offset: number): boolean {
  return startOf(node) <= offset && offset <= endOf(node);
}
