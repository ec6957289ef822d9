import { lastPlace } from './lastFrom.ts';
import { isLineEnd } from './units.ts';

/** A place in a text as LSP has it: line and UTF-16 unit, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One line of a text. Offsets are UTF-16 units. */
export interface Line {
  readonly start: number;
  /** Without its end. */
  readonly text: string;
  /** Where the next one begins; undefined for the last. */
  readonly next: number | undefined;
}

/** Where the lines of a text begin. Lines end with `\n`, `\r\n` or `\r`. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of an offset in UTF-16 units; one beyond the text is that of its end. */
  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.#text.length));
    const line = lastPlace(this.#starts, within);
    return { line, character: within - (this.#starts[line] ?? 0) };
  }

  /** The offset of a position; one beyond a line's end is that of the line's end, one beyond the text that of its end. */
  offsetAt({ line, character }: Position): number {
    const start = this.#starts[line];
    if (start === undefined) return line < 0 ? 0 : this.#text.length;
    return Math.min(start + Math.max(0, character), start + this.lineText(line).length);
  }

  /** The line that an offset lies in; one beyond the text lies in the last. */
  lineAt(offset: number): Line {
    const { line } = this.positionAt(offset);
    return { start: this.#starts[line] ?? 0, text: this.lineText(line), next: this.#starts[line + 1] };
  }

  /** A line's text without its end; empty for a line that doesn't exist. */
  lineText(line: number): string {
    const start = this.#starts[line];
    if (start === undefined) return '';
    let end = this.#starts[line + 1] ?? this.#text.length;
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return this.#text.slice(start, end);
  }
}

function lineStarts(text: string): number[] {
  return text.includes('\r') ? mixedLineStarts(text) : newlineStarts(text);
}

/** Most texts have newlines alone, and the search for those is the engine's own. */
function newlineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function mixedLineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}
