import type { Document } from './document.ts';
import type { Language } from './language.ts';
import { LiveDocument } from './liveDocument.ts';
import type { SourceText } from './sourceText.ts';
import type { TextEdit } from './textEdit.ts';

/** Gives some work the document that an edit would make of a text. What it is given is good until it returns. */
export type TryEdit = <T>(edit: TextEdit, work: (document: Document) => T) => T;

/** Of a text that nobody keeps open: the first edit costs a reading of the whole, each other one what it touches. */
export function tryEditOn(source: SourceText, language: Language): TryEdit {
  let live: LiveDocument | undefined;
  return (edit, work) => {
    live ??= new LiveDocument(source, language);
    return live.tryEdit(edit, work);
  };
}
