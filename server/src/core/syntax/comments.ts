import { type Document, endOf, sectionIndexAt, startOf } from './document.ts';
import { JsonScanner } from './json/jsonScanner.ts';
import type { Language } from './language.ts';
import { lastFrom } from './lastFrom.ts';
import type { Line } from './lines.ts';
import { OwnMemory } from './memory.ts';
import { nodeAt } from './nodeAt.ts';
import type { SourceText } from './sourceText.ts';

/** What a comment on the rest of a line begins with. */
export const commentMark: Readonly<Record<Language, string>> = { json: '//', yaml: '#' };

/** A comment of a text, its mark included, by offsets in UTF-16 units. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The comments that hold a word, in the order of the text. Comments alone: what looks like one inside a string is text.
 * A text without the word costs one search of it.
 */
export function commentsWith(document: Document, word: string): Comment[] {
  const places = document.source.placesOf(word);
  if (places.length === 0) return [];
  return document.language === 'json' ? jsonComments(document, places) : yamlComments(document, places);
}

/** What a comment states under a name: `# name: word`. */
export interface Statement {
  readonly word: string;
  /** Where its comment begins, in UTF-16 units. */
  readonly at: number;
}

/** What the comments of a document state under a name, in their order, one a comment. */
export function statementsIn(document: Document, name: string): Statement[] {
  const comments = commentsWith(document, name);
  if (comments.length === 0) return [];
  const pattern = new RegExp(String.raw`(?<![\w-])${name}[ \t]*:[ \t]*([\w-]+)`);
  return comments.flatMap(({ text, start }) => {
    const word = pattern.exec(text)?.[1];
    return word === undefined ? [] : [{ word, at: start }];
  });
}

/** Scans for what is around each place, from the start of the section that it lies in. */
function jsonComments(document: Document, places: readonly number[]): Comment[] {
  const { sections } = document;
  const lastPlaces = new Map(places.map((place) => [sectionIndexAt(sections, place), place]));
  const comments = [...lastPlaces].flatMap(([index, place]) => commentsOfSection(document, index, place));
  let next = 0;
  return comments.filter(({ start, end }) => {
    while ((places[next] ?? end) < start) next++;
    return (places[next] ?? end) < end;
  });
}

/** Those of a section of JSON, up to the token behind an offset of the text. */
function commentsOfSection({ source, sections }: Document, index: number, offset: number): Comment[] {
  const base = sections[index]?.base ?? 0;
  const text = source.slice(base, sections[index + 1]?.base ?? source.length);
  const comments = jsonCommentsIn(text, offset - base);
  return comments.map((each) => ({ ...each, start: base + each.start, end: base + each.end }));
}

/** The comments of a text, up to the token behind an offset. */
function jsonCommentsIn(text: string, offset: number): Comment[] {
  const comments: Comment[] = [];
  const scanner = new JsonScanner(text, (start, end) => comments.push({ start, end, text: text.slice(start, end) }));
  do scanner.next();
  while (scanner.end <= offset && scanner.kind !== 'end');
  return comments;
}

/** A comment begins at the line's first `#` that white space, or nothing, stands before and no scalar holds. */
function yamlComments(document: Document, places: readonly number[]): Comment[] {
  const comments: Comment[] = [];
  for (const [line, place] of lastOfEachLine(document.source, places)) {
    const marks = [...line.text.slice(0, place - line.start).matchAll(/(?<![^\s\uFEFF])#/g)];
    const mark = marks.find(({ index }) => !isHeld(document, line.start + index));
    if (!mark) continue;
    const text = line.text.slice(mark.index);
    const start = line.start + mark.index;
    comments.push({ start, end: start + text.length, text });
  }
  return comments;
}

/** The lines that hold some of the places, with the last place of each. */
function lastOfEachLine(source: SourceText, places: readonly number[]): [Line, number][] {
  const lines: [Line, number][] = [];
  for (const place of places) {
    const last = lines.at(-1);
    const isSame = last && place < (last[0].next ?? Number.POSITIVE_INFINITY);
    if (isSame) last[1] = place;
    else lines.push([source.lineAt(place), place]);
  }
  return lines;
}

/** True for the start of a line that goes on with the scalar of the line before it. */
export function isWithinScalar(document: Document, lineStart: number): boolean {
  return isHeld(document, lineStart - 1);
}

/** True for the start of a line that goes on with a comment of the line before it. */
export function isWithinComment(document: Document, lineStart: number): boolean {
  if (document.language === 'yaml') return false;
  const comments = longComments(document, sectionIndexAt(document.sections, lineStart));
  const before = comments[lastFrom(comments, ({ start }) => start, lineStart - 1)];
  return before !== undefined && lineStart < before.end;
}

/** Whether a comment reaches into a line is asked for each finding of a section. */
const ofDocuments = new OwnMemory<Document, Map<number, readonly Comment[]>>();

/** The comments of a section of JSON that are more than a line. */
function longComments(document: Document, index: number): readonly Comment[] {
  const bySection = ofDocuments.once(document, () => new Map());
  const known = bySection.get(index);
  if (known) return known;
  const all = commentsOfSection(document, index, Number.POSITIVE_INFINITY);
  const long = all.filter(({ text }) => text.includes('\n'));
  bySection.set(index, long);
  return long;
}

/** True for an offset that lies in a scalar. */
function isHeld(document: Document, offset: number): boolean {
  const node = nodeAt(document, offset);
  return node?.kind === 'scalar' && startOf(node) <= offset && offset < endOf(node);
}
