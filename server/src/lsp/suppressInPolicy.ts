import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { languageOf, type RuleId, readDocument, suppressInPolicy } from '../core/index.ts';
import { decode } from '../disk/decode.ts';
import { documentEdit } from '../features/edits.ts';
import type { FeatureSources } from './featureSources.ts';
import { OpenDocument } from './openDocument.ts';

/** Turns a rule off in the policy that holds for a document; where there is none, in a new one of its workspace folder. */
export async function turnOffInPolicy(sources: FeatureSources, uri: string, rule: RuleId): Promise<void> {
  const place = sources.settings.policyPlaceFor(uri);
  const edit = place && policyEdit(sources, place, rule);
  if (edit) await sources.connection.workspace.applyEdit({ edit, metadata: { isRefactoring: true } });
}

function policyEdit(
  { documents, spellEdit }: FeatureSources,
  { path, isThere }: { path: string; isThere: boolean },
  rule: RuleId,
): WorkspaceEdit | undefined {
  const uri = pathToFileURL(path).href;
  const open = documents.get(uri);
  const text = open ?? new OpenDocument(uri, '', 0, isThere ? decode(readFileSync(path)).text : '');
  const source = text.getText();
  const edits = suppressInPolicy(readDocument(source, languageOf(path, source)), rule);
  if (!edits) return undefined;
  const change = documentEdit(text, edits);
  const changes: TextDocumentEdit = open ? change : { ...change, textDocument: { uri, version: null } };
  if (isThere) return spellEdit({ documentChanges: [changes] });
  const creation: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
  return { documentChanges: [creation, changes] };
}
