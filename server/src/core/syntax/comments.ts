import { createScanner } from 'jsonc-parser';
import { type Document, endOf, type Language, startOf } from './document.ts';
import { token } from './json/tokens.ts';
import type { Node } from './node.ts';

/** What a comment on the rest of a line begins with. */
export const commentMark: Readonly<Record<Language, string>> = { json: '//', yaml: '#' };

/** A comment of a text, its mark included, by offsets in UTF-16 units. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The comments that hold a word, in the order of the text. Comments alone: what looks like one inside a string is text.
 * A text without the word costs one search of it.
 */
export function commentsWith(document: Document, word: string): Comment[] {
  const places = document.source.placesOf(word);
  if (places.length === 0) return [];
  return document.language === 'json' ? jsonComments(document, places) : yamlComments(document, places);
}

/** What a comment states under a name: `# name: word`. */
export interface Directive {
  readonly word: string;
  /** Where its comment begins, in UTF-16 units. */
  readonly at: number;
}

/** What the comments of a document state under a name, in their order, one a comment. */
export function directives(document: Document, name: string): Directive[] {
  const comments = commentsWith(document, name);
  if (comments.length === 0) return [];
  const statement = new RegExp(String.raw`(?<![\w-])${name}[ \t]*:[ \t]*([\w-]+)`);
  return comments.flatMap(({ text, start }) => {
    const word = statement.exec(text)?.[1];
    return word === undefined ? [] : [{ word, at: start }];
  });
}

/** Scans for what is around each place, from the start of the section that it lies in. */
function jsonComments({ text, sections }: Document, places: readonly number[]): Comment[] {
  const scanner = createScanner(text);
  const comments: Comment[] = [];
  let end = 0;
  for (const place of places) {
    if (place < end) continue;
    const base = sections.findLast((section) => section.base <= place)?.base ?? 0;
    if (base > end) scanner.setPosition(base);
    let kind = scanner.scan();
    while (scanner.getPosition() <= place && kind !== token.end) kind = scanner.scan();
    end = scanner.getPosition();
    const isComment = kind === token.lineComment || kind === token.blockComment;
    const start = scanner.getTokenOffset();
    if (isComment) comments.push({ start, end, text: text.slice(start, end) });
  }
  return comments;
}

/** A comment begins at the line's first `#` that white space, or nothing, stands before and no scalar holds. */
function yamlComments({ text, roots }: Document, places: readonly number[]): Comment[] {
  const lines = lastOfEachLine(text, places).map((place) => marksBefore(text, place));
  const held = heldByScalars(roots, lines.flat());
  return lines.flatMap((marks) => {
    const start = marks.find((mark) => !held.has(mark));
    if (start === undefined) return [];
    const end = lineEnd(text, start);
    return [{ start, end, text: text.slice(start, end) }];
  });
}

function lastOfEachLine(text: string, places: readonly number[]): number[] {
  const last: number[] = [];
  let end = -1;
  for (const place of places) {
    if (place < end) last.pop();
    else end = lineEnd(text, place);
    last.push(place);
  }
  return last;
}

function marksBefore(text: string, place: number): number[] {
  const start = lineStart(text, place);
  return [...text.slice(start, place).matchAll(/(?<![^\s\uFEFF])#/g)].map(({ index }) => start + index);
}

/** True for the start of a line that goes on with the scalar of the line before it. */
export function isWithinScalar({ roots }: Document, lineStart: number): boolean {
  return heldByScalars(roots, [lineStart - 1]).size > 0;
}

/** Those of the offsets that lie in a scalar. */
function heldByScalars(roots: readonly Node[], offsets: readonly number[]): Set<number> {
  const held = new Set<number>();
  const visit = (node: Node, around: readonly number[], depth: number): void => {
    const within = around.filter((offset) => startOf(node) <= offset && offset < endOf(node));
    if (node.kind === 'scalar') for (const offset of within) held.add(offset);
    // The outermost maps can be put together from sections: their own spans say nothing then.
    const isComposed = depth < 2;
    if (within.length === 0 && !isComposed) return;
    for (const child of childrenOf(node)) visit(child, isComposed ? around : within, depth + 1);
  };
  for (const root of roots) visit(root, offsets, 0);
  return held;
}

function childrenOf(node: Node): Node[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'list' ? node.items : [];
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
