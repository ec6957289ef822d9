import { type Language, languageOf } from '../core/index.ts';
import type { OpenDocument } from './openDocument.ts';

const ofEditor = new Map<string, Language>([
  ['json', 'json'],
  ['jsonc', 'json'],
  ['yaml', 'yaml'],
]);

/** Files that are JSON as often as YAML, whatever their editor takes them for. */
const templateFile = /\.(?:template|cfn)$/i;
const otherFile = /\.(?:jsonc?|ya?ml)$/i;

/** Behind this many blank characters nobody begins a template. */
const headLength = 4096;

/**
 * The language to read an open document as: the editor's, and for templates the one that their text is in. Undefined
 * for a document that is neither, which a client may well open here.
 */
export function documentLanguage(document: OpenDocument): Language | undefined {
  const { uri, languageId } = document;
  const head = () => document.source.slice(0, headLength);
  if (languageId === 'cloudformation' || templateFile.test(uri)) return languageOf(uri, head());
  return ofEditor.get(languageId) ?? (otherFile.test(uri) ? languageOf(uri, head()) : undefined);
}
