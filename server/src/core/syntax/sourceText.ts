import { lastPlace } from './lastFrom.ts';
import { type Line, LineIndex, type Position } from './lines.ts';
import type { TextEdit } from './textEdit.ts';

/** A run of whole lines; only the last of a text may end within its line. It never changes. */
export class Chunk {
  readonly text: string;
  #lines: LineIndex | undefined;
  /** What came of each search, by the word or pattern that was searched for. */
  readonly #searched = new Map<string | RegExp, unknown>();

  constructor(text: string) {
    this.text = text;
  }

  /** Its lines, found when they are first asked for. */
  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  /** Whether a pattern, which may not be global, is met in it; searched for once. */
  matches(pattern: RegExp): boolean {
    return this.#once(pattern, () => pattern.test(this.text));
  }

  /** All that matches a pattern, which has to be global, in it; searched for once. */
  found(pattern: RegExp): readonly string[] {
    return this.#once(pattern, () => this.text.match(pattern) ?? []);
  }

  /** Where a word stands in it; searched for once. */
  placesOf(word: string): readonly number[] {
    return this.#once(word, () => placesIn(this.text, word));
  }

  #once<T>(sought: string | RegExp, search: () => T): T {
    const known = this.#searched.get(sought) as T | undefined;
    if (known !== undefined) return known;
    const found = search();
    this.#searched.set(sought, found);
    return found;
  }
}

/** What the chunks of a text are cut to, in UTF-16 units: an edit makes one chunk anew, and looks at each of the others. */
function chunkLengthFor(textLength: number): number {
  return Math.max(1024, Math.min(8192, 4 * Math.ceil(Math.sqrt(textLength))));
}

/**
 * A text that edits make another of, at the cost of the chunks that they touch. It never changes itself. Offsets are
 * UTF-16 units; lines end with `\n`, `\r\n` or `\r`.
 */
export class SourceText {
  readonly chunks: readonly Chunk[];
  readonly length: number;
  readonly #chunkLength: number;
  /** Where each chunk begins, and where the text ends. */
  readonly #starts: readonly number[];
  /** The line that each chunk begins, and how many there are; counted when a position is first asked for. */
  #firstLines: readonly number[] | undefined;
  /** Words that are known to stand nowhere. */
  readonly #absent = new Set<string>();
  #joined: string | undefined;

  private constructor(chunks: readonly Chunk[], starts: readonly number[], chunkLength: number) {
    this.chunks = chunks;
    this.length = starts.at(-1) ?? 0;
    this.#starts = starts;
    this.#chunkLength = chunkLength;
  }

  static of(text: string): SourceText {
    const chunkLength = chunkLengthFor(text.length);
    const chunks = chunksOf(text, chunkLength);
    const source = new SourceText(chunks, placesFrom(0, chunks.map(lengthOf)), chunkLength);
    source.#joined = text;
    return source;
  }

  /** The whole in one string; joined at the first call. */
  toString(): string {
    this.#joined ??= this.chunks.map(({ text }) => text).join('');
    return this.#joined;
  }

  slice(start: number, end: number): string {
    if (this.#joined !== undefined) return this.#joined.slice(start, end);
    const first = this.#chunkAt(start);
    const last = this.#chunkAt(end);
    const base = this.#starts[first] ?? 0;
    return this.#textOf(first, last).slice(start - base, end - base);
  }

  /** The text after an edit. What is known of the chunks that it leaves alone isn't asked of them again. */
  edited({ start, end, newText }: TextEdit): SourceText {
    // A chunk that the edit only touches the edge of joins in: its line, or its `\r\n`, may not end there any more.
    const first = this.#chunkAt(start - 1);
    const behind = this.#chunkAt(end) + 1;
    const base = this.#starts[first] ?? 0;
    const old = this.#textOf(first, behind - 1);
    const touched = chunksOf(old.slice(0, start - base) + newText + old.slice(end - base), this.#chunkLength);
    const isAll = first === 0 && behind === this.chunks.length && touched.length === 1;
    const kept = isAll ? touched : touched.filter(({ text }) => text !== '');
    const edited = new SourceText(
      replaced(this.chunks, first, behind, kept),
      spliced(this.#starts, first, behind, kept.map(lengthOf)),
      this.#chunkLength,
    );
    const lines = this.#firstLines;
    edited.#firstLines = lines && spliced(lines, first, behind, kept.map(lineEndsIn));
    for (const word of this.#absent) {
      if (kept.every((chunk) => chunk.placesOf(word).length === 0)) edited.#absent.add(word);
    }
    return edited;
  }

  /** Where a word without a line end stands, in the order of the text. After an edit only what it touched is searched. */
  placesOf(word: string): number[] {
    const places: number[] = [];
    if (this.#absent.has(word)) return places;
    for (const [index, chunk] of this.chunks.entries()) {
      const start = this.#starts[index] ?? 0;
      for (const place of chunk.placesOf(word)) places.push(start + place);
    }
    if (places.length === 0) this.#absent.add(word);
    return places;
  }

  /** All that matches a global pattern within lines, in the order of the text. After an edit only what it touched is searched. */
  found(pattern: RegExp): string[] {
    return this.chunks.flatMap((chunk) => chunk.found(pattern));
  }

  /** The line that an offset lies in; one beyond the text lies in the last. */
  lineAt(offset: number): Line {
    const within = Math.max(0, Math.min(offset, this.length));
    const index = this.#chunkAt(within);
    const start = this.#starts[index] ?? 0;
    const line = this.chunks[index]?.lines.lineAt(within - start) ?? { start: 0, text: '', next: undefined };
    return {
      start: start + line.start,
      text: line.text,
      next: line.next === undefined ? undefined : start + line.next,
    };
  }

  get lineCount(): number {
    return (this.#lines().at(-1) ?? 0) + 1;
  }

  /** The position of an offset; one beyond the text is that of its end. */
  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.length));
    const index = this.#chunkAt(within);
    const local = this.chunks[index]?.lines.positionAt(within - (this.#starts[index] ?? 0));
    return local
      ? { line: local.line + (this.#lines()[index] ?? 0), character: local.character }
      : { line: 0, character: 0 };
  }

  /** The offset of a position; one beyond a line's end is that of the line's end, one beyond the text that of its end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const index = lastPlace(this.#lines(), line, this.chunks.length);
    const firstLine = this.#lines()[index] ?? 0;
    const local = this.chunks[index]?.lines.offsetAt({ line: line - firstLine, character }) ?? 0;
    return (this.#starts[index] ?? 0) + local;
  }

  #chunkAt(offset: number): number {
    return lastPlace(this.#starts, offset, this.chunks.length);
  }

  #textOf(first: number, last: number): string {
    if (first === last) return this.chunks[first]?.text ?? '';
    return this.chunks
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join('');
  }

  #lines(): readonly number[] {
    this.#firstLines ??= placesFrom(0, this.chunks.map(lineEndsIn));
    return this.#firstLines;
  }
}

function lengthOf({ text }: Chunk): number {
  return text.length;
}

/** What is behind the last line end of a chunk is the beginning of the next one's first line: nothing. */
function lineEndsIn({ lines }: Chunk): number {
  return lines.lineCount - 1;
}

/** Where pieces of such lengths begin that stand one behind the other, and where the last one ends. */
function placesFrom(start: number, lengths: readonly number[]): number[] {
  const places = [start];
  let place = start;
  for (const length of lengths) {
    place += length;
    places.push(place);
  }
  return places;
}

/**
 * A list with others in the place of those from the `first` one up to that `behind` them. Each copied as a whole: spread, they would
 * be gone through one by one, and there may be more of them than a call can have arguments.
 */
function replaced<T>(list: readonly T[], first: number, behind: number, others: readonly T[]): T[] {
  return list.slice(0, first).concat(others, list.slice(behind));
}

/** The places with pieces of other lengths from the `first` one up to that `behind` them. */
function spliced(places: readonly number[], first: number, behind: number, lengths: readonly number[]): number[] {
  const put = placesFrom(places[first] ?? 0, lengths);
  const grown = (put.at(-1) ?? 0) - (places[behind] ?? 0);
  const result = replaced(places, first, behind + 1, put);
  for (let index = first + put.length; index < result.length; index++) result[index] = (result[index] ?? 0) + grown;
  return result;
}

const lineEnd = /\r\n?|\n/g;

/** A text in chunks of whole lines. There is always one, if it is empty. */
function chunksOf(text: string, chunkLength: number): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  while (text.length - start > 2 * chunkLength) {
    lineEnd.lastIndex = start + chunkLength;
    // Between the units of `\r\n` no line ends.
    if (text[lineEnd.lastIndex - 1] === '\r') lineEnd.lastIndex--;
    if (!lineEnd.test(text)) break;
    chunks.push(new Chunk(text.slice(start, lineEnd.lastIndex)));
    start = lineEnd.lastIndex;
  }
  chunks.push(new Chunk(text.slice(start)));
  return chunks;
}

function placesIn(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
