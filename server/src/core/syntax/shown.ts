import type { MapNode, Node, Span } from './node.ts';
import { keyOf } from './pointer.ts';

/**
 * What an editor underlines for a node: a scalar itself, the key of a map or list, the first key of a map that is an
 * item of a list. Empty only where the text around it is.
 */
export function shownSpan(node: Node): Span {
  if (node.kind === 'map' && node.shortTag) return shortTagSpan(node);
  const isScalar = node.kind === 'scalar' || node.kind === 'alias';
  if (isScalar && node.end > node.start) return node;
  return outerKeyOf(node) ?? headOf(node);
}

/** `!Ref X` whole; of a short tag with a list or map behind it, the tag. */
function shortTagSpan(map: MapNode): Span {
  const [entry] = map.entries;
  return !entry || entry.value.kind === 'scalar' ? map : entry.key;
}

/** The key that a node stands under, where that is a key one can see beside it. */
function outerKeyOf(node: Node): Span | undefined {
  const key = keyOf(node);
  return node.parent?.kind === 'map' && node.parent.shortTag ? outerKeyOf(node.parent) : key;
}

function headOf(node: Node): Span {
  if (node.kind === 'map') return node.entries[0]?.key ?? node;
  if (node.kind === 'list' && node.items[0] && node.style === 'block') return headOf(node.items[0]);
  return node;
}
