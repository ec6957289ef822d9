import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import type { Finding } from '../lint/finding.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import { resourceOrder } from '../rules/stateEncryption.ts';
import { metadataKey } from '../suppressions/metadata.ts';
import {
  type MetadataSpelling,
  type SuppressionSpelling,
  suppressionsFor,
} from '../suppressions/suppressionSpelling.ts';
import { member, resolve } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import { anchorAbove } from '../syntax/edit/anchors.ts';
import type { Change, ModelValue } from '../syntax/edit/change.ts';
import { pageOf } from '../syntax/edit/page.ts';
import { spellChanges } from '../syntax/edit/spellChanges.ts';
import type { Language } from '../syntax/language.ts';
import type { MapNode } from '../syntax/node.ts';
import { scalarType } from '../syntax/scalar.ts';
import type { TextEdit } from '../syntax/textEdit.ts';
import { reachOf } from './reach.ts';
import type { TextFix } from './textFix.ts';

const places = { line: 'here', resource: 'for this resource', file: 'in this file' } as const;

/**
 * The ways to suppress a finding by an edit of its document, from the narrowest. `comments` is false for a document whose
 * reader refuses them. None is safe: to look away is for the user to decide.
 */
export function suppressFixes(document: Document, finding: Finding, comments: boolean): TextFix[] {
  return suppressionsFor(document, finding, comments).flatMap((spelling) => {
    const edits = editsOf(document, finding, spelling);
    if (!edits) return [];
    return [
      {
        title: `Suppress ${finding.rule} ${places[spelling.scope]}`,
        safe: false,
        uncovers: false,
        preferred: false,
        edits,
      },
    ];
  });
}

function editsOf(document: Document, finding: Finding, spelling: SuppressionSpelling): TextEdit[] | undefined {
  if (spelling.scope === 'resource') return editsInResource(document, finding, spelling);
  const { offset, indentation, comment } = spelling;
  return [{ start: offset, end: offset, newText: indentation + comment + pageOf(document).eol }];
}

/** None where an anchor brings the finding, or the Metadata, to other resources as well. */
function editsInResource(
  document: Document,
  { at }: Finding,
  { resource, rule }: MetadataSpelling,
): TextEdit[] | undefined {
  const page = pageOf(document);
  const change = join(resource, rule, document.language);
  const isOfOthers = anchorAbove(page, at) ?? (change && reachOf(page, [change]).anchor);
  return change && isOfOthers === undefined ? spellChanges(document, [change]) : undefined;
}

/** Where the list of a resource's suppressed rules stands. */
const way = ['Metadata', metadataKey, 'ignore'] as const;

/**
 * The rule joins the list at the end of the way, or the first level of it that isn't written yet. Undefined where something
 * is written there that the list can't be made of, as a function: it isn't ours to replace.
 */
function join(
  into: MapNode,
  rule: RuleId,
  language: Language,
  [name = '', ...deeper]: readonly string[] = way,
): Change | undefined {
  const value = deeper.reduceRight<ModelValue>((inner, each) => ({ [each]: inner }), [rule]);
  const written = resolve(member(into, name)?.value);
  if (!written) return { kind: 'insert', into, name, value, order: resourceOrder };
  if (written.kind === 'scalar') {
    if (scalarType(written, language) === 'null') return { kind: 'set', node: written, value };
    const isRule = deeper.length === 0 && written.style !== 'block';
    return isRule ? { kind: 'wrap', node: written, before: [rule] } : undefined;
  }
  if (intrinsicOf(written)) return undefined;
  if (deeper.length === 0) return written.kind === 'list' ? { kind: 'append', into: written, value: rule } : undefined;
  return written.kind === 'map' ? join(written, rule, language, deeper) : undefined;
}
