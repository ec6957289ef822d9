import type { TextEdit } from '../textEdit.ts';

/** A piece of the text as it was at first, by its offsets there, or something new. */
type Piece = { readonly start: number; readonly end: number } | string;

/** What rounds of edits, each of the text that the one before it made, come to: as edits of the first text. */
export class Patch {
  readonly #before: string;
  readonly #pieces: readonly Piece[];

  private constructor(before: string, pieces: readonly Piece[]) {
    this.#before = before;
    this.#pieces = pieces;
  }

  /** No edit of this text yet. */
  static of(text: string): Patch {
    return new Patch(text, [{ start: 0, end: text.length }]);
  }

  /** The same after more edits, which are in order and don't overlap. */
  edited(edits: readonly TextEdit[]): Patch {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { start, end, newText } of edits) {
      pieces.push(...this.#between(at, start), newText);
      at = end;
    }
    pieces.push(...this.#between(at, Number.POSITIVE_INFINITY));
    return new Patch(this.#before, pieces);
  }

  /** The text after all rounds. */
  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** What leads there, in order, without overlap; all that no round has touched lies between them. */
  get edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let newText = '';
    const end = this.#before.length;
    for (const piece of [...this.#pieces, { start: end, end }]) {
      if (typeof piece === 'string') newText += piece;
      else {
        if (newText !== this.#before.slice(at, piece.start)) edits.push({ start: at, end: piece.start, newText });
        at = piece.end;
        newText = '';
      }
    }
    return edits;
  }

  /** The pieces, and parts of them, that the text now has between two offsets. */
  #between(from: number, to: number): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const [first, last] = [Math.max(0, from - at), Math.min(length, to - at)];
      if (first < last) pieces.push(part(piece, first, last));
      at += length;
    }
    return pieces;
  }

  #textOf(piece: Piece): string {
    return typeof piece === 'string' ? piece : this.#before.slice(piece.start, piece.end);
  }
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}
