import { endOf, startOf } from '../document.ts';
import type { ListNode, MapNode } from '../node.ts';
import type { TextEdit } from '../textEdit.ts';
import { columnIndent, indentAt, lineEnd, lineStart, type Page, previousLineEnd, skipGap, startsLine } from './page.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Spells what is inserted; with the indentation of its line where it gets one of its own. */
export type SpellFlow = (indent: string | undefined) => string;

/** Takes pieces out of a collection in brackets, with the commas that they leave over. */
export function removeFlow(page: Page, node: MapNode | ListNode, removed: ReadonlySet<number>): TextEdit[] {
  const pieces = piecesOf(page, node);
  const lastKept = pieces.findLastIndex((_, index) => !removed.has(index));
  const last = pieces.at(-1);
  if (!last) return [];
  if (lastKept === -1) return clear(page, node, pieces);
  const edits = pieces.flatMap((piece, index) => (removed.has(index) ? [cut(page, piece, index < lastKept)] : []));
  const leftOver = commaBehind(page, pieces[lastKept]?.end ?? 0);
  const isNeeded = lastKept === pieces.length - 1 || commaBehind(page, last.end) !== undefined;
  return isNeeded || leftOver === undefined ? edits : [...edits, { start: leftOver, end: leftOver + 1, newText: '' }];
}

/** Empties the brackets; what else stands in them are comments. */
function clear(page: Page, node: MapNode | ListNode, pieces: readonly Piece[]): TextEdit[] {
  const [open, close] = [startOf(node) + 1, endOf(node) - 1];
  const edits = pieces.map((piece) => ({ ...withComma(page, piece), newText: '' }));
  const left = edits.reduceRight(
    (rest, edit) => rest.slice(0, edit.start - open) + rest.slice(edit.end - open),
    page.text.slice(open, close),
  );
  return left.trim() === '' ? [{ start: open, end: close, newText: '' }] : edits;
}

/** A piece with its comma and the white space that is only there for it. */
function cut(page: Page, piece: Piece, hasFollower: boolean): TextEdit {
  const { text } = page;
  const { start, end } = withComma(page, piece);
  const rest = text.slice(end, lineEnd(text, end));
  const isBlank = rest.trim() === '';
  if (startsLine(text, start)) {
    const before = previousLineEnd(text, start);
    if (isBlank && before !== undefined) return { start: before, end: lineEnd(text, end), newText: '' };
    return { start, end: end + blanksIn(rest), newText: '' };
  }
  if (hasFollower && !isBlank) return { start, end: end + blanksIn(rest), newText: '' };
  const head = text.slice(lineStart(text, start), start);
  return { start: start - (head.length - head.trimEnd().length), end, newText: '' };
}

function withComma(page: Page, { start, end }: Piece): Piece {
  const comma = commaBehind(page, end);
  return { start, end: comma === undefined || page.text.slice(end, comma).trim() !== '' ? end : comma + 1 };
}

/** The comma that follows an offset, behind white space and comments. */
function commaBehind(page: Page, from: number): number | undefined {
  const at = skipGap(page, from);
  return page.text[at] === ',' ? at : undefined;
}

function blanksIn(rest: string): number {
  return rest.length - rest.trimStart().length;
}

/** Puts a piece behind another one of a collection in brackets. */
export function insertFlowAfter(page: Page, piece: Piece, spell: SpellFlow): TextEdit[] {
  const { text, eol } = page;
  const comma = commaBehind(page, piece.end);
  if (!startsLine(text, piece.start)) {
    return [{ start: piece.end, end: piece.end, newText: `, ${spell(undefined)}` }];
  }
  const indent = indentAt(text, piece.start);
  const line = `${eol}${indent}${spell(indent)}`;
  const isCommaHere = comma !== undefined && comma <= lineEnd(text, piece.end);
  const at = behindComment(text, isCommaHere ? comma + 1 : piece.end);
  if (isCommaHere) return [{ start: at, end: at, newText: `${line},` }];
  // Where commas begin their lines, the one that follows stays with what it stands before.
  if (comma !== undefined) return [{ start: at, end: at, newText: `${eol}${indentAt(text, comma)}, ${spell(indent)}` }];
  if (at === piece.end) return [{ start: at, end: at, newText: `,${line}` }];
  return [
    { start: piece.end, end: piece.end, newText: ',' },
    { start: at, end: at, newText: line },
  ];
}

/** Behind a comment that reaches to the end of the line, where nothing else stands there. */
function behindComment(text: string, at: number): number {
  const rest = text.slice(at, lineEnd(text, at));
  return /^[ \t]*(?:\/\/|#|\/\*(?:(?!\*\/).)*\*\/[ \t]*$)/.test(rest) ? at + rest.trimEnd().length : at;
}

/** Puts a piece before the first of a collection in brackets. */
export function insertFlowBefore({ text, eol }: Page, piece: Piece, spell: SpellFlow): TextEdit[] {
  const at = { start: piece.start, end: piece.start };
  if (!startsLine(text, piece.start)) return [{ ...at, newText: `${spell(undefined)}, ` }];
  const indent = columnIndent(text, piece.start);
  return [{ ...at, newText: `${spell(indent)},${eol}${indent}` }];
}

/** Puts the first piece into empty brackets. */
export function fillFlow({ text }: Page, node: MapNode | ListNode, spell: SpellFlow): TextEdit[] {
  const [open, close] = [startOf(node) + 1, endOf(node) - 1];
  const inner = text.slice(open, close);
  const spelled = node.kind === 'map' ? ` ${spell(undefined)} ` : spell(undefined);
  if (inner.trim() === '') return [{ start: open, end: close, newText: spelled }];
  return [{ start: close, end: close, newText: spelled.trimStart() }];
}
