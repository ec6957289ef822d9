import { type Document, endOf, startOf } from './document.ts';
import type { Node } from './node.ts';

/**
 * The innermost node that an offset of the text lies in or at the end of, keys among them; of two that touch there, the
 * later one. Undefined between the nodes of a stream.
 */
export function nodeAt({ roots }: Document, offset: number): Node | undefined {
  let node = touching(roots, offset);
  for (;;) {
    const inner: Node | undefined = node && touching(childrenOf(node), offset);
    if (!inner) return node;
    node = inner;
  }
}

/** What a node holds, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'list' ? node.items : [];
}

function touching(nodes: readonly Node[], offset: number): Node | undefined {
  return nodes.findLast((node) => startOf(node) <= offset && offset <= endOf(node));
}
