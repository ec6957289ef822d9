import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Language, languageOf } from '../core/index.ts';

const ofEditor = new Map<string, Language>([
  ['json', 'json'],
  ['jsonc', 'json'],
  ['yaml', 'yaml'],
]);

/** Files that are JSON as often as YAML, whatever their editor takes them for. */
const templateFile = /\.(?:template|cfn)$/i;
const otherFile = /\.(?:jsonc?|ya?ml)$/i;

/**
 * The language to read an open document as: the editor's, and for templates the one that their text is in. Undefined
 * for a document that is neither, which a client may well open here.
 */
export function documentLanguage(document: TextDocument): Language | undefined {
  const { uri, languageId } = document;
  if (languageId === 'cloudformation' || templateFile.test(uri)) return languageOf(uri, document.getText());
  return ofEditor.get(languageId) ?? (otherFile.test(uri) ? languageOf(uri, document.getText()) : undefined);
}
