import { languages, type TextDocument } from 'vscode';
import { documentSelector } from '../../server/src/protocol.ts';

/** True for a document that the server would be told of. */
export function isSelected(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0;
}
