import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import type { Finding } from '../lint/finding.ts';
import type { Fix } from '../rules/fix.ts';
import type { Document } from '../syntax/document.ts';
import type { Change } from '../syntax/edit/change.ts';
import { type Page, pageOf } from '../syntax/edit/page.ts';
import { spellChanges } from '../syntax/edit/spellChanges.ts';
import { reachOf } from './reach.ts';
import { removeSuppression } from './removeSuppression.ts';
import type { TextFix } from './textFix.ts';

/**
 * What can be done about a finding of this document. A fix whose edits reach further than its finding, at an anchor, says
 * so and is not safe; one that can't be spelt in this text isn't there.
 */
export function fixesOf(document: Document, finding: Finding): TextFix[] {
  if (finding.rule === 'unused-suppression') return removeSuppression(document, finding);
  const page = pageOf(document);
  return finding.fixes().flatMap((fix) => {
    if (fix.changes.some(breaksFunction)) return [];
    const edits = spellChanges(document, fix.changes);
    if (!edits || edits.length === 0) return [];
    return [{ ...guarded(page, fix, finding), uncovers: fix.uncovers ?? false, edits }];
  });
}

/** A fix says where else it reaches. It is safe only where all that it changes is written out in its place, and always so. */
function guarded(
  page: Page,
  { title, safe, preferred = false, changes }: Fix,
  { when }: Finding,
): Omit<TextFix, 'edits' | 'uncovers'> {
  const { anchor, replacesReference } = reachOf(page, changes);
  if (anchor !== undefined) return { title: `${title} (wherever ${anchor} is used)`, safe: false, preferred: false };
  if (replacesReference) return { title: `${title} in place of the reference`, safe: false, preferred: false };
  return { title, safe: safe && when === undefined, preferred };
}

/** The arguments of a function stay as many as they are. */
function breaksFunction(change: Change): boolean {
  const list = change.kind === 'remove' ? change.node.parent : undefined;
  return list?.kind === 'list' && list.parent !== undefined && intrinsicOf(list.parent) !== undefined;
}
