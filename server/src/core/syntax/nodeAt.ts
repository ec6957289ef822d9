import { type Document, endOf, startOf } from './document.ts';
import { lastFrom } from './lastFrom.ts';
import type { Entry, MapNode, Node } from './node.ts';

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

/** The last entry of a map that begins at or before an offset of the text; undefined where none does. */
export function entryFrom({ entries }: MapNode, offset: number): Entry | undefined {
  return entries[lastFrom(entries, ({ key }) => startOf(key), offset)];
}

/** Of what a node holds, that which an offset touches; no list is made of the entries of a large map. */
function innerAt(node: Node, offset: number): Node | undefined {
  if (node.kind === 'list') return touching(node.items, offset);
  if (node.kind !== 'map') return undefined;
  const { key, value } = entryFrom(node, offset) ?? {};
  if (value && touches(value, offset)) return value;
  return key && touches(key, offset) ? key : undefined;
}

/** The last that begins at or before the offset: none before it goes further. */
function touching(nodes: readonly Node[], offset: number): Node | undefined {
  const nearest = nodes[lastFrom(nodes, startOf, offset)];
  return nearest && touches(nearest, offset) ? nearest : undefined;
}

function touches(node: Node, offset: number): boolean {
  return startOf(node) <= offset && offset <= endOf(node);
}
