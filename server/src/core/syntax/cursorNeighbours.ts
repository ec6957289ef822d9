import { type Document, endOf, startOf } from './document.ts';
import { indexIn, type Piece } from './edit/pieces.ts';
import { skipBlank } from './json/jsonScan.ts';
import type { Entry, MapNode, Node, ScalarNode } from './node.ts';

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

/**
 * True in JSON for a word between a colon and the value behind it, or before another one that lacks its comma: a value that is put
 * there would be one too many.
 */
export function standsBeforeValue({ source, language }: Document, word: ScalarNode): boolean {
  const { parent } = word;
  if (language !== 'json' || parent?.kind !== 'map') return false;
  const index = indexIn(parent, word);
  const [own, next, further] = parent.entries.slice(index, index + 3);
  const behind = (node: Node, entry: Entry | undefined) =>
    firstLetter(source.slice(endOf(node), entry ? startOf(entry.key) : endOf(parent)));
  const follows = behind(own?.value ?? word, next);
  if (follows !== '') return !/[,}\]]/.test(follows);
  const isLoose = next !== undefined && next.value.start === next.value.end && behind(next.key, further) !== ':';
  return isLoose && own?.value === word;
}

interface Neighbours {
  readonly before: Piece | undefined;
  readonly own: Piece;
  readonly behind: Piece | undefined;
}

/** The member or item that a node is, or is the key or value of, and those beside it. */
function neighboursOf(node: Node): Neighbours {
  const { parent } = node;
  if (parent?.kind === 'list') return among(parent.items, indexIn(parent, node), (item) => [item, item]);
  if (parent?.kind !== 'map')
    return { before: undefined, own: { start: startOf(node), end: endOf(node) }, behind: undefined };
  if (!isBracketed(parent)) return neighboursOf(parent);
  return among(parent.entries, indexIn(parent, node), ({ key, value }) => [key, value]);
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
  if (language === 'json') return firstLetter(gap) === '';
  return !gap.replace(/(?<!\S)#.*/g, '').includes(',');
}

/** What a piece of JSON begins with behind white space and comments; nothing where that is all. */
function firstLetter(json: string): string {
  return json.charAt(skipBlank(json, 0));
}
