import type { Document } from '../syntax/document.ts';
import type { SourceText } from '../syntax/sourceText.ts';
import { type CommentSuppression, type Found, fromComments, placeOf } from './suppression.ts';

/**
 * What the comments of a document suppress, and which of them are of use. A document can have many of them, and many findings: none is
 * asked of each finding, but each finding asks for what is heard where it begins.
 */
export class InText {
  readonly #source: SourceText;
  readonly #all: readonly CommentSuppression[];
  readonly #heard: ReadonlySet<Place>;
  readonly #used = new Set<Place>();

  constructor(document: Document) {
    this.#source = document.source;
    this.#all = fromComments(document);
    this.#heard = new Set(this.#all.flatMap(placesOf));
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** True for a finding that a comment suppresses: all that are heard there are of use then. */
  suppresses(finding: Found): boolean {
    const { rule } = finding;
    const line = this.#source.lineAt(placeOf(finding)).start;
    // One of all rules would never say of itself that it is of no use.
    const places = [onLine(rule, line), inFile(rule), ...(rule === 'unused-suppression' ? [] : [inFile(undefined)])];
    const heard = places.filter((place) => this.#heard.has(place));
    for (const place of heard) this.#used.add(place);
    return heard.length > 0;
  }

  /** Those that have suppressed nothing. */
  get unused(): CommentSuppression[] {
    return this.#all.filter((each) => !placesOf(each).some((place) => this.#used.has(place)));
  }
}

/** A rule, and where it is suppressed. */
type Place = string;

function placesOf({ rule, lines }: CommentSuppression): Place[] {
  if (!lines) return [inFile(rule)];
  return rule === undefined ? [] : lines.map((line) => onLine(rule, line));
}

function onLine(rule: string, line: number): Place {
  return `${rule} ${line}`;
}

/** Of all rules where none is named. */
function inFile(rule: string | undefined): Place {
  return `${rule ?? ''} `;
}
