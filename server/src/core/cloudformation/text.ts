import { only } from '../syntax/access.ts';

/**
 * A text of which parts may only be known at deployment: `alias/${Name}` is the literal `alias/` and a hole. Two literals
 * never stand side by side, and none is empty.
 */
export type Text = readonly Part[];
/** A literal, or a hole. */
export type Part = string | Hole;

/** A part that isn't known. */
export interface Hole {
  /** The regular expression that whatever fills it matches whole. */
  readonly pattern: string;
  /** What fills it, where the template says so. */
  readonly source?: Source | undefined;
  /** As it is shown to people: `${Name}`. */
  readonly shown: string;
}

/** The parameter (or pseudo parameter) whose value, or the resource whose name or attribute, fills a hole. */
export interface Source {
  readonly kind: 'parameter' | 'resource';
  readonly name: string;
}

/** The pattern of a hole that anything may fill. */
export const anything = '[^]*';

/** A hole that anything may fill. */
export function hole(shown: string, source?: Source, pattern: string = anything): Hole {
  return { pattern, source, shown };
}

/** A text whose every part is known. */
export function literal(text: string): Text {
  return text === '' ? [] : [text];
}

/** The text where all of it is known, else undefined. */
export function literalOf(text: Text): string | undefined {
  const part = text.length === 0 ? '' : only(text);
  return typeof part === 'string' ? part : undefined;
}

/** The parts one behind another. */
export function concat(parts: Iterable<Part>): Text {
  const text: Part[] = [];
  for (const part of parts) {
    const last = text.at(-1);
    if (typeof part === 'string' && typeof last === 'string') text[text.length - 1] = last + part;
    else if (part !== '') text.push(part);
  }
  return text;
}

/** The texts with a separator between them. */
export function join(texts: readonly Text[], separator: string): Text {
  return concat(texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text])));
}

/** What is known of a text behind its last hole. */
export function knownEnd(text: Text): string {
  const last = text.at(-1);
  return typeof last === 'string' ? last : '';
}

/** The holes of a text. */
export function holesOf(text: Text): Hole[] {
  return text.filter((part) => typeof part !== 'string');
}

/** True where two texts are the same, whatever fills their holes. What people are to put in place of `<name>` may differ. */
export function areSame(a: Text, b: Text): boolean {
  return a.length === b.length && a.every((part, index) => areSameParts(part, b[index]));
}

/** True where two parts are the same, whatever fills them. */
export function areSameParts(a: Part | undefined, b: Part | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.shown === b.shown && !a.shown.startsWith('<');
}

/** The text as people write it, its holes by their names. */
export function shownText(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : part.shown)).join('');
}

/** What fills the hole that is the whole of a text; undefined where the text is something else, or nothing says it. */
export function sourceOf(text: Text): Source | undefined {
  const part = only(text);
  return typeof part === 'object' ? part.source : undefined;
}

/** The parameter that is the whole of a text; undefined where the text is something else. */
export function parameterIn(text: Text): string | undefined {
  const source = sourceOf(text);
  return source?.kind === 'parameter' ? source.name : undefined;
}
