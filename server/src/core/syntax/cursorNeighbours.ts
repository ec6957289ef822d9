import { type Document, endOf, startOf } from './document.ts';
import { indexIn, type Piece } from './edit/pieces.ts';
import { skipBlank } from './json/jsonScan.ts';
import type { MapNode, Node, ScalarNode } from './node.ts';

/** What JSON and flow want around a new member or item. */
export interface Commas {
  /** Where one is missing behind the member or item before it, in UTF-16 units; undefined where none is. */
  readonly before: number | undefined;
  /** Whether one is missing towards the next. */
  readonly behind: boolean;
}

/** Commas that the text was given for it to be read with the word. */
export interface AddedCommas {
  readonly before: boolean;
  readonly behind: boolean;
}

/** The commas that a word in brackets lacks: those that were added, and those that are not there. One in a comment is none. */
export function commasAround(document: Document, word: ScalarNode, added: AddedCommas): Commas {
  const { before, own, behind } = neighboursOf(word);
  const lacksBefore = before && (added.before || isCommaMissing(document, before.end, own.start));
  return {
    before: lacksBefore ? before.end : undefined,
    behind: added.behind || (behind !== undefined && isCommaMissing(document, own.end, behind.start)),
  };
}

/** True in brackets for a word between a colon and the value behind it: a value that is put there would be one too many. */
export function standsBeforeValue(document: Document, word: ScalarNode): boolean {
  const { parent } = word;
  const { source, language } = document;
  if (language === 'yaml') return opensValue.test(contentOf(source.slice(endOf(word), endOfSection(word))));
  if (parent?.kind !== 'map') return false;
  const index = indexIn(parent, word);
  const [own, next] = parent.entries.slice(index, index + 2);
  const follows = firstLetterBehind(document, own?.value ?? word, next ? startOf(next.key) : endOf(parent));
  return follows === '' ? standsBeforeLooseWord(document, word) : !/[,}\]]/.test(follows);
}

/** What a value in brackets begins with, other than a plain one: that would be one with the word. */
const opensValue = /^[[{"'&*!]/;

function endOfSection({ section }: Node): number {
  return section.base + section.length;
}

/** True for a value before something that lacks its comma and is no member: it may be the value that was meant. */
export function standsBeforeLooseWord(document: Document, word: ScalarNode): boolean {
  const { parent } = word;
  if (parent?.kind !== 'map') return false;
  const index = indexIn(parent, word);
  const [own, next, further] = parent.entries.slice(index, index + 3);
  const isMeant = own?.value === word || document.language === 'yaml';
  if (!isMeant || !next || next.value.start < next.value.end) return false;
  return firstLetterBehind(document, next.key, further ? startOf(further.key) : endOf(parent)) !== ':';
}

function firstLetterBehind({ source, language }: Document, node: Node, end: number): string {
  const gap = source.slice(endOf(node), end);
  return language === 'json' ? firstLetter(gap) : contentOf(gap).charAt(0);
}

/** A piece of YAML from where it holds more than white space and comments. */
function contentOf(yaml: string): string {
  return yaml.replace(/^(?:\s+(?:#.*)?)*/, '');
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
