import { endOf, startOf } from '../document.ts';
import type { Entry, ListNode, MapNode, Node } from '../node.ts';
import type { Page } from './page.ts';

/** One member or item of a collection as it stands in the text, by offsets of the whole document. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The pieces of a map or list, in the order of the text. An item of a block list begins with its dash. */
export function piecesOf(page: Page, node: MapNode | ListNode): Piece[] {
  if (node.kind === 'map') return node.entries.map((entry) => entryPiece(page, entry));
  if (node.style === 'flow') return node.items.map((item) => ({ start: fullStart(page, item), end: endOf(item) }));
  let behind = startOf(node);
  return node.items.map((item) => {
    const start = dashFrom(page.text, behind);
    behind = Math.max(writtenEnd(page, item), start + 1);
    return { start, end: behind };
  });
}

/** A member from its key to the end of its value; to its colon where no value is written. */
export function entryPiece(page: Page, { key, value }: Entry): Piece {
  const colon = /\s*:/y;
  colon.lastIndex = endOf(key);
  const behindColon = colon.test(page.text) ? colon.lastIndex : endOf(key);
  return { start: startOf(key), end: Math.max(behindColon, writtenEnd(page, value)) };
}

/** Where a node ends: with the colon of its last member, where no value is written behind that. */
export function writtenEnd(page: Page, node: Node): number {
  const ends =
    node.kind === 'map'
      ? node.entries.slice(-1).map((entry) => entryPiece(page, entry).end)
      : node.kind === 'list'
        ? node.items.slice(-1).map((item) => writtenEnd(page, item))
        : [];
  return Math.max(endOf(node), ...ends);
}

/** Where a node begins with its tag and its anchor. */
export function fullStart({ text }: Page, node: Node): number {
  const start = startOf(node);
  const head = /(?:(?<=[\s:,[{-])(?:&[^\s,[\]{}]+|!\S*)[ \t]+)+$/.exec(text.slice(Math.max(0, start - 200), start));
  return head ? start - head[0].length : start;
}

/** Which of a collection's pieces a key, value or item is. */
export function indexIn(collection: MapNode | ListNode, node: Node): number {
  if (collection.kind === 'list') return collection.items.indexOf(node);
  return collection.entries.findIndex(({ key, value }) => key === node || value === node);
}

function dashFrom(text: string, from: number): number {
  if (text[from] === '-') return from;
  const dash = /[\r\n][ \t]*-(?=\s|$)/g;
  dash.lastIndex = from;
  return dash.test(text) ? dash.lastIndex - 1 : from;
}
