import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Document, type Language, LiveDocument, SourceText, type TryEdit, type Way } from '../core/index.ts';
import type { EditedText } from '../features/text.ts';
import { EditedLines } from './editedLines.ts';

/** A document that a client has open: its edits, and its reading after them, cost what they touch. */
export class OpenDocument implements EditedText {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #source: SourceText;
  readonly #editedLines = new EditedLines();
  #reading: { readonly language: Language; readonly live: LiveDocument } | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#source = SourceText.of(text);
  }

  get version(): number {
    return this.#version;
  }

  get source(): SourceText {
    return this.#source;
  }

  get lineCount(): number {
    return this.#source.lineCount;
  }

  /** The whole text has to be put together after each edit: for a piece of it, give its range. */
  getText(range?: Range): string {
    if (!range) return this.#source.toString();
    return this.#source.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    return this.#source.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.#source.offsetAt(position);
  }

  get revision(): number {
    return this.#editedLines.revision;
  }

  linesEditedSince(revision: number): readonly number[] | undefined {
    return this.#editedLines.since(revision);
  }

  /** The document as it is now; read anew, or again what was edited since it was last asked for. */
  read(language: Language): Document {
    return this.#live(language).document;
  }

  /** How it is read with an edit that isn't made. */
  tryEdit(language: Language): TryEdit {
    const live = this.#live(language);
    return (edit, work) => live.tryEdit(edit, work);
  }

  /** How it was last read; undefined where it never was. */
  get way(): Way | undefined {
    return this.#reading?.live.way;
  }

  /** Takes a client's changes, each of the text that the one before it made. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) this.#replace(change.range, change.text);
      else this.#begin(change.text);
    }
    this.#version = version;
  }

  #live(language: Language): LiveDocument {
    if (this.#reading?.language !== language) {
      this.#reading = { language, live: new LiveDocument(this.#source, language) };
    }
    return this.#reading.live;
  }

  #replace(range: Range, newText: string): void {
    const places = [this.offsetAt(range.start), this.offsetAt(range.end)] as const;
    const edit = { start: Math.min(...places), end: Math.max(...places), newText };
    const { lineCount } = this;
    this.#source = this.#source.edited(edit);
    this.#editedLines.note(range, newText, this.lineCount - lineCount);
    this.#reading?.live.edit(edit, this.#source);
  }

  #begin(text: string): void {
    this.#source = SourceText.of(text);
    this.#editedLines.noteAll();
    this.#reading = undefined;
  }
}

/** How the documents that a client opens and changes are kept. */
export const openDocuments = {
  create: (uri: string, languageId: string, version: number, text: string) =>
    new OpenDocument(uri, languageId, version, text),
  update: (document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number) => {
    document.change(changes, version);
    return document;
  },
};
