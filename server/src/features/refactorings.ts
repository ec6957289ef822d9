import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { type BucketType, type Document, type Requirements, refactoringsAt } from '../core/index.ts';
import { convertCommand, useKeyCommand } from '../protocol.ts';
import type { Say } from '../tongue/say.ts';
import { workspaceEdit } from './edits.ts';
import type { Text } from './text.ts';
import { sayTitle } from './titles.ts';

/** The kind of all of them: they write an encryption anew. */
export const refactoringKind = CodeActionKind.RefactorRewrite;

/** What refactorings rest on beside the document. */
export interface RefactoringOptions {
  /** The type of a bucket whose document doesn't say it. */
  readonly bucketType: BucketType;
  /** What the project asks. */
  readonly policy: Requirements | undefined;
  /** True where the client has the commands that ask the user for more. */
  readonly hasCommands: boolean;
  readonly say: Say;
}

/** What can be made of the encryption that a range begins at. */
export function refactoringActions(
  document: Document,
  text: Text,
  { start }: Range,
  { bucketType, policy, hasCommands, say }: RefactoringOptions,
): CodeAction[] {
  const { changes, takesKey, converts } = refactoringsAt(document, text.offsetAt(start), bucketType, policy);
  const actions = changes.map(({ title, edits }) => ({
    title: sayTitle(title, say),
    kind: refactoringKind,
    edit: workspaceEdit(text, edits),
  }));
  const asking = (title: string, command: string): CodeAction => {
    const argument = { uri: text.uri, position: start };
    return { title, kind: refactoringKind, command: { title, command, arguments: [argument] } };
  };
  return [
    ...actions,
    ...(hasCommands && takesKey ? [asking(say('Use SSE-KMS with a key…'), useKeyCommand)] : []),
    ...(hasCommands && converts ? [asking(say('Convert Configuration…'), convertCommand)] : []),
  ];
}
