import { startOf } from '../document.ts';
import type { Node } from '../node.ts';
import type { Page } from './page.ts';
import { fullStart } from './pieces.ts';

/** The anchor of a node or of what it lies in: what is changed there changes wherever the anchor is used. */
export function anchorAbove(page: Page, node: Node): string | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const anchor = /&[^\s,[\]{}]+/.exec(headOf(page, at))?.[0];
    if (anchor !== undefined) return anchor;
  }
  return undefined;
}

/** The tag and anchor of a node; those of a block stand on the line above it. */
function headOf(page: Page, node: Node): string {
  const start = startOf(node);
  const inLine = page.text.slice(fullStart(page, node), start);
  if (inLine !== '' || page.language === 'json') return inLine;
  return (
    /(?<=[\s:-])&\S+[ \t]*(?:#[^\n]*)?\r?\n[ \t]*$/.exec(page.text.slice(Math.max(0, start - 400), start))?.[0] ?? ''
  );
}
