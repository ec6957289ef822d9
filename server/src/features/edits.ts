import type { TextEdit as LspEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../core/index.ts';
import type { Text } from './text.ts';

/** Edits of one version of a document; a client refuses them where it shows another one. */
export function documentEdit(text: Text, edits: readonly TextEdit[]): TextDocumentEdit {
  const { uri, version } = text;
  return { textDocument: { uri, version }, edits: edits.map((edit) => toLsp(edit, text)) };
}

/** As `documentEdit`, alone in an edit of the workspace. */
export function workspaceEdit(text: Text, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [documentEdit(text, edits)] };
}

/** An edit of documents as a client takes it that knows no versions of them. */
export function withoutVersions({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const edits = documentChanges.flatMap((change) => ('edits' in change ? [change] : []));
  return { changes: Object.fromEntries(edits.map((change) => [change.textDocument.uri, change.edits as LspEdit[]])) };
}

/** An edit as LSP has it. */
export function toLsp({ start, end, newText }: TextEdit, text: Text): LspEdit {
  return { range: { start: text.positionAt(start), end: text.positionAt(end) }, newText };
}
