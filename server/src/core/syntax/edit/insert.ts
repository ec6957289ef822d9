import { startOf } from '../document.ts';
import type { ListNode, MapNode } from '../node.ts';
import type { TextEdit } from '../textEdit.ts';
import { insertBlockAfter, insertBlockBefore } from './block.ts';
import { fillFlow, insertFlowAfter, insertFlowBefore } from './flow.ts';
import type { Page } from './page.ts';
import { piecesOf } from './pieces.ts';

/** What is inserted, spelt for where it goes: on a line of this indentation, or among others in brackets. */
export interface Content {
  readonly inBlock: (indent: string) => string;
  readonly inFlow: (indent: string | undefined) => string;
}

/** Puts a member into a map where its order wants it; `order` names members, outermost first. */
export function insertMember(
  page: Page,
  into: MapNode,
  name: string,
  order: readonly string[],
  content: Content,
): TextEdit[] {
  const own = order.includes(name) ? order.indexOf(name) : order.length;
  const ranks = into.entries.map(({ key }) => order.indexOf(key.text));
  const behind = ranks.findLastIndex((rank) => rank >= 0 && rank < own);
  const hasFollower = ranks.some((rank) => rank > own);
  const anchor = behind >= 0 || hasFollower ? behind : into.entries.length - 1;
  return insertAt(page, into, anchor, content);
}

/** Puts an item behind the last of a list. */
export function appendItem(page: Page, into: ListNode, content: Content): TextEdit[] {
  return insertAt(page, into, into.items.length - 1, content);
}

/** Puts a piece behind that of an index, or, for -1, before the first. */
function insertAt(page: Page, into: MapNode | ListNode, index: number, content: Content): TextEdit[] {
  const pieces = piecesOf(page, into);
  const anchor = pieces[index];
  const first = pieces[0];
  if (into.style === 'flow') {
    if (anchor) return insertFlowAfter(page, anchor, content.inFlow);
    return first ? insertFlowBefore(page, first, content.inFlow) : fillFlow(page, into, content.inFlow);
  }
  if (anchor) return insertBlockAfter(page, anchor, content.inBlock);
  return first ? insertBlockBefore(page, first, content.inBlock) : unwritten(into);
}

/** A block without a piece is nowhere in the text. */
function unwritten(into: MapNode | ListNode): never {
  throw new Error(`nothing to insert beside at ${startOf(into)}`);
}
