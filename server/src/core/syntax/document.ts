import type { Language } from './language.ts';
import { lastFrom } from './lastFrom.ts';
import type { Node, Section, Span } from './node.ts';
import type { SourceText } from './sourceText.ts';

/** A document as it was read: its sections, and a root for each document of the text (YAML streams can hold several). */
export interface Document {
  readonly language: Language;
  readonly source: SourceText;
  /** The whole in one string. After an edit it has to be put together, so what can do with the source takes that. */
  readonly text: string;
  /** In the order of the text. */
  readonly sections: readonly Section[];
  /** One a document; a text without any content has none. */
  readonly roots: readonly Node[];
}

/** A document of these sections and roots. */
export function newDocument(
  source: SourceText,
  language: Language,
  sections: readonly Section[],
  roots: readonly Node[],
): Document {
  return new ReadDocument(source, language, sections, roots);
}

class ReadDocument implements Document {
  readonly language: Language;
  readonly source: SourceText;
  readonly sections: readonly Section[];
  readonly roots: readonly Node[];

  constructor(source: SourceText, language: Language, sections: readonly Section[], roots: readonly Node[]) {
    this.language = language;
    this.source = source;
    this.sections = sections;
    this.roots = roots;
  }

  get text(): string {
    return this.source.toString();
  }
}

/** Where a span begins in the document, in UTF-16 units. */
export function startOf(span: Span): number {
  return span.section.base + span.start;
}

/** Where a span ends in the document, exclusive, in UTF-16 units. */
export function endOf(span: Span): number {
  return span.section.base + span.end;
}

/** The index of the last section that begins at or before an offset; -1 where none does. */
export function sectionIndexAt(sections: readonly Section[], offset: number): number {
  return lastFrom(sections, ({ base }) => base, offset);
}
