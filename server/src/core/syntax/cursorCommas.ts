import { type Document, endOf, startOf } from './document.ts';
import { skipBlank } from './json/jsonScan.ts';
import type { MapNode, Node, ScalarNode } from './node.ts';

/** What JSON and flow want around a new member or item. */
export interface Commas {
  /** Where one is missing behind the member or item before it, in UTF-16 units; undefined where none is. */
  readonly before: number | undefined;
  /** Whether one is missing towards the next. */
  readonly behind: boolean;
}

/** The commas that a word in brackets lacks. One that stands in a comment is none. */
export function commasAround(document: Document, word: ScalarNode): Commas {
  const { before, own, behind } = neighboursOf(word);
  return {
    before: before && isCommaMissing(document, before.end, own.start) ? before.end : undefined,
    behind: behind !== undefined && isCommaMissing(document, own.end, behind.start),
  };
}

/** A member or an item, by offsets of the text. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

interface Neighbours {
  readonly before: Piece | undefined;
  readonly own: Piece;
  readonly behind: Piece | undefined;
}

/** The member or item that a node is, or is the key or value of, and those beside it. */
function neighboursOf(node: Node): Neighbours {
  const { parent } = node;
  if (parent?.kind === 'list') return among(parent.items, parent.items.indexOf(node), (item) => [item, item]);
  if (parent?.kind !== 'map')
    return { before: undefined, own: { start: startOf(node), end: endOf(node) }, behind: undefined };
  if (!isBracketed(parent)) return neighboursOf(parent);
  const index = parent.entries.findIndex(({ key, value }) => key === node || value === node);
  return among(parent.entries, index, ({ key, value }) => [key, value]);
}

/** `{ x }` is a map whatever it holds; `[x:]` is an item that became one by its colon. */
export function isBracketed(map: MapNode): boolean {
  const [first] = map.entries;
  return map.style === 'flow' && first !== undefined && map.start < first.key.start;
}

function among<T>(all: readonly T[], index: number, nodesOf: (each: T) => [first: Node, last: Node]): Neighbours {
  const pieceAt = (at: number): Piece | undefined => {
    const each = all[at];
    if (each === undefined) return undefined;
    const [first, last] = nodesOf(each);
    return { start: startOf(first), end: endOf(last) };
  };
  return { before: pieceAt(index - 1), own: pieceAt(index) as Piece, behind: pieceAt(index + 1) };
}

function isCommaMissing({ source, language }: Document, from: number, to: number): boolean {
  const gap = source.slice(from, to);
  if (language === 'json') return skipBlank(gap, 0) === gap.length;
  return !gap.replace(/(?<!\S)#.*/g, '').includes(',');
}
