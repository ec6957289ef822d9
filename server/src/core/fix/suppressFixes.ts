import type { Finding } from '../lint/finding.ts';
import { resourceOrder } from '../rules/stateEncryption.ts';
import { metadataKey } from '../suppressions/metadata.ts';
import { type MetadataSpelling, type SuppressionSpelling, suppressionsFor } from '../suppressions/spelling.ts';
import { asList, asMap, member } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { Change } from '../syntax/edit/change.ts';
import { pageOf } from '../syntax/edit/page.ts';
import { spellChanges } from '../syntax/edit/spellChanges.ts';
import type { TextEdit } from '../syntax/sourceText.ts';
import type { TextFix } from './textFix.ts';

const places = { line: 'here', resource: 'for this resource', file: 'in this file' } as const;

/**
 * The ways to suppress a finding by an edit of its document, from the narrowest. `comments` is false for a document whose
 * reader refuses them. None is safe: to look away is for the user to decide.
 */
export function suppressFixes(document: Document, finding: Finding, comments: boolean): TextFix[] {
  return suppressionsFor(document, finding, comments).flatMap((spelling) => {
    const edits = editsOf(document, spelling);
    if (!edits) return [];
    return [{ title: `Suppress ${finding.rule} ${places[spelling.scope]}`, safe: false, preferred: false, edits }];
  });
}

function editsOf(document: Document, spelling: SuppressionSpelling): TextEdit[] | undefined {
  if (spelling.scope === 'resource') return spellChanges(document, [joinList(spelling)]);
  const { offset, indentation, comment } = spelling;
  return [{ start: offset, end: offset, newText: indentation + comment + pageOf(document).eol }];
}

/** The rule joins the list of a resource's Metadata, or the first level of the way there that isn't written yet. */
function joinList({ resource, rule }: MetadataSpelling): Change {
  const metadata = asMap(member(resource, 'Metadata')?.value);
  if (!metadata) {
    const value = { [metadataKey]: { ignore: [rule] } };
    return { kind: 'insert', into: resource, name: 'Metadata', value, order: resourceOrder };
  }
  const own = asMap(member(metadata, metadataKey)?.value);
  if (!own) return { kind: 'insert', into: metadata, name: metadataKey, value: { ignore: [rule] }, order: [] };
  const list = asList(member(own, 'ignore')?.value);
  if (list) return { kind: 'append', into: list, value: rule };
  return { kind: 'insert', into: own, name: 'ignore', value: [rule], order: [] };
}
