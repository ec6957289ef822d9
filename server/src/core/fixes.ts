import type { Finding } from './lint.ts';
import type { Fix } from './rules/fix.ts';
import type { Document } from './syntax/document.ts';
import { anchorAbove } from './syntax/edit/anchors.ts';
import type { Change } from './syntax/edit/change.ts';
import { type Page, pageOf } from './syntax/edit/page.ts';
import { spellChanges } from './syntax/edit/spellChanges.ts';
import type { Node } from './syntax/node.ts';
import type { TextEdit } from './syntax/sourceText.ts';

/** A fix as edits of the text that was judged. */
export interface TextFix {
  readonly title: string;
  readonly safe: boolean;
  readonly preferred: boolean;
  /** In order, without overlap, never empty. */
  readonly edits: readonly TextEdit[];
}

/**
 * What can be done about a finding of this document. A fix whose edits reach further than its finding, at an anchor, says
 * so and is not safe; one that can't be spelt in this text isn't there.
 */
export function fixesOf(document: Document, finding: Finding): TextFix[] {
  const page = pageOf(document);
  return finding.fixes().flatMap((fix) => {
    const edits = spellChanges(document, fix.changes);
    return edits && edits.length > 0 ? [{ ...guarded(page, fix), edits }] : [];
  });
}

/** A fix says where else it reaches, and is safe only where all that it changes is written out in its place. */
function guarded(page: Page, { title, safe, preferred = false, changes }: Fix): Omit<TextFix, 'edits'> {
  const nodes = changes.flatMap(touched);
  const anchor = nodes.map((node) => anchorAbove(page, node)).find((found) => found !== undefined);
  if (anchor !== undefined) return { title: `${title} (wherever ${anchor} is used)`, safe: false, preferred: false };
  return { title, safe: safe && nodes.every(isLiteral), preferred };
}

/** No alias, and no intrinsic function: what they stand for is written elsewhere. */
function isLiteral(node: Node): boolean {
  return node.kind !== 'alias' && !(node.kind === 'map' && node.shortTag);
}

function touched(change: Change): readonly Node[] {
  switch (change.kind) {
    case 'rename':
      return [change.key];
    case 'insert':
    case 'append':
      return [change.into];
    case 'move':
      return [...change.keys, change.into];
    case 'nest':
      return change.keys;
    default:
      return [change.node];
  }
}
