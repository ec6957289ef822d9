import type { Document } from './document.ts';
import type { Language } from './language.ts';
import { LiveDocument } from './liveDocument.ts';
import { SourceText } from './sourceText.ts';

/** Reads a text into its tree. Never throws: what can't be read is a fault of its section, and the rest stands. */
export function readDocument(text: string, language: Language): Document {
  return new LiveDocument(SourceText.of(text), language).document;
}
