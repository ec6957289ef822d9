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

/** What turns one text into another: the one piece between what they begin and end with alike. */
export function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  // Between the units of a line break or of a character no edit begins or ends.
  const cut = (at: number) => /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(before.slice(at - 1, at + 1));
  if (start > 0 && cut(start)) start--;
  if (same > 0 && cut(before.length - same)) same--;
  return [{ start, end: before.length - same, newText: after.slice(start, after.length - same) }];
}

function toLsp({ start, end, newText }: TextEdit, text: Text): LspEdit {
  return { range: { start: text.positionAt(start), end: text.positionAt(end) }, newText };
}
