import type { Document } from '../document.ts';
import type { ListNode, MapNode, Node } from '../node.ts';
import { inOrder, type TextEdit } from '../textEdit.ts';
import { removeBlock } from './block.ts';
import { type Change, nestedKeys } from './change.ts';
import { removeFlow } from './flow.ts';
import { appendItem } from './insert.ts';
import { insertMoved, insertNew, nest } from './members.ts';
import { type Page, pageOf } from './page.ts';
import { indexIn } from './pieces.ts';
import { rename, set } from './replace.ts';
import { spellBlock, spellFlow } from './spell.ts';
import { unwrap, wrap } from './wrap.ts';

/**
 * Spells changes of the model as edits of the text that the document was read from, in order and without overlap.
 * Comments, quotes and layout stay. Undefined where the text is written in a way that a change can't be spelt for, or
 * where two of the changes want the same piece of text.
 */
export function spellChanges(document: Document, changes: readonly Change[]): TextEdit[] | undefined {
  const page = pageOf(document);
  const edits: TextEdit[] = removals(page, changes);
  for (const change of changes) {
    const spelled = spell(page, change);
    if (!spelled) return undefined;
    edits.push(...spelled);
  }
  return inOrder(edits);
}

function spell(page: Page, change: Change): TextEdit[] | undefined {
  switch (change.kind) {
    case 'set':
      return set(page, change);
    case 'rename':
      return rename(page, change);
    case 'insert':
      return insertNew(page, change);
    case 'append':
      return appendItem(page, change.into, {
        inBlock: (indent) => `- ${spellBlock(change.value, page, `${indent}  `)}`,
        inFlow: (indent) => spellFlow(change.value, page, indent),
      });
    case 'move':
      return insertMoved(page, change);
    case 'nest':
      return nest(page, change);
    case 'wrap':
      return wrap(page, change);
    case 'unwrap':
      return unwrap(page, change);
    case 'remove':
      return [];
  }
}

/** What leaves one collection leaves it together, for which commas go depends on what stays. */
function removals(page: Page, changes: readonly Change[]): TextEdit[] {
  const leaving = new Map<MapNode | ListNode, Set<number>>();
  for (const node of changes.flatMap(leavers)) {
    const { parent } = node;
    if (!parent) continue;
    const indexes = leaving.get(parent) ?? new Set();
    leaving.set(parent, indexes.add(indexIn(parent, node)));
  }
  return [...leaving].flatMap(([parent, indexes]) =>
    parent.style === 'flow' ? removeFlow(page, parent, indexes) : removeBlock(page, parent, indexes),
  );
}

function leavers(change: Change): readonly Node[] {
  if (change.kind === 'remove') return [change.node];
  if (change.kind === 'move') return change.keys;
  return change.kind === 'nest' ? nestedKeys(change).slice(1) : [];
}
