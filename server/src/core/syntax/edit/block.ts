import { endOf, startOf } from '../document.ts';
import type { ListNode, MapNode } from '../node.ts';
import { keyOf } from '../pointer.ts';
import type { TextEdit } from '../textEdit.ts';
import { columnIndent, lineEnd, type Page, previousLineEnd, startsLine } from './page.ts';
import { type Piece, piecesOf, writtenEnd } from './pieces.ts';

/** Spells what is inserted, with the indentation of its line. */
export type SpellBlock = (indent: string) => string;

/** Takes pieces out of a block of YAML, line by line; comments behind them stay. */
export function removeBlock(page: Page, node: MapNode | ListNode, removed: ReadonlySet<number>): TextEdit[] {
  const pieces = piecesOf(page, node);
  const firstKept = pieces.findIndex((_, index) => !removed.has(index));
  if (firstKept === -1) return [empty(page, node)];
  const first = pieces[0];
  const leads = first && firstKept > 0 && mustLead(page, first) ? firstKept : 0;
  const edits = pieces.flatMap((piece, index) => (index >= leads && removed.has(index) ? [cutLines(page, piece)] : []));
  return leads > 0 ? [...edits, closeUp(page, pieces.slice(0, leads + 1))] : edits;
}

/** True where another piece has to take the place of the first: behind a dash, or in the first line. */
function mustLead({ text }: Page, first: Piece): boolean {
  return !startsLine(text, first.start) || previousLineEnd(text, first.start) === undefined;
}

function cutLines({ text }: Page, { start, end }: Piece): TextEdit {
  const close = lineEnd(text, end);
  const comment = text.slice(end, close).trim();
  if (comment === '') return { start: previousLineEnd(text, start) ?? start, end: close, newText: '' };
  return { start, end: close - comment.length, newText: '' };
}

/** Puts the last of these pieces where the first stands; only the comments between them stay. */
function closeUp({ text, eol }: Page, pieces: readonly Piece[]): TextEdit {
  const start = pieces[0]?.start ?? 0;
  const indent = columnIndent(text, start);
  const comments = pieces.slice(1).flatMap((piece, index) => commentsIn(text.slice(pieces[index]?.end, piece.start)));
  return { start, end: pieces.at(-1)?.start ?? start, newText: comments.map((each) => each + eol + indent).join('') };
}

function commentsIn(gap: string): string[] {
  return (gap.match(/#[^\r\n]*/g) ?? []).map((comment) => comment.trimEnd());
}

/** Nothing is left of a block: it becomes an empty collection in brackets, behind its key. */
function empty(page: Page, node: MapNode | ListNode): TextEdit {
  const { text } = page;
  const brackets = node.kind === 'map' ? '{}' : '[]';
  const key = keyOf(node);
  const [start, end] = [startOf(node), writtenEnd(page, node)];
  if (!key || !startsLine(text, start)) return { start, end, newText: brackets };
  const line = lineEnd(text, endOf(key));
  const behindKey = endOf(key) + text.slice(endOf(key), line).replace(/\s+#.*|\s+$/, '').length;
  const comments = text.slice(behindKey, start).trim() !== '';
  return comments ? { start, end, newText: brackets } : { start: behindKey, end, newText: ` ${brackets}` };
}

/** Puts a piece on the lines behind another one. */
export function insertBlockAfter({ text, eol }: Page, piece: Piece, spell: SpellBlock): TextEdit[] {
  const indent = columnIndent(text, piece.start);
  const at = lineEnd(text, piece.end);
  return [{ start: at, end: at, newText: `${eol}${indent}${spell(indent)}` }];
}

/** Puts a piece where the first one stands, and that one on the next line. */
export function insertBlockBefore({ text, eol }: Page, piece: Piece, spell: SpellBlock): TextEdit[] {
  const indent = columnIndent(text, piece.start);
  return [{ start: piece.start, end: piece.start, newText: `${spell(indent)}${eol}${indent}` }];
}
