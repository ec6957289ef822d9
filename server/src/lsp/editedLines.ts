import type { Range } from 'vscode-languageserver';

/** How many edits are kept: whoever has not asked for so long looks anew. */
const keptEdits = 64;

/** The lines that the latest edits of a text lay in. An edit within a line moves nothing on any other. */
export class EditedLines {
  /** A line each of the latest edits, the newest last; none of those up to one that moved lines. */
  #lines: readonly number[] = [];
  #revision = 0;

  /** Grows with each edit. */
  get revision(): number {
    return this.#revision;
  }

  /** Takes an edit; `grown` is by how many lines it made the text longer. */
  note({ start, end }: Range, newText: string, grown: number): void {
    const isWithinLine = start.line === end.line && grown === 0 && !/[\r\n]/.test(newText);
    this.#lines = isWithinLine ? [...this.#lines, start.line].slice(-keptEdits) : [];
    this.#revision++;
  }

  /** Takes another text in place of the whole. */
  noteAll(): void {
    this.#lines = [];
    this.#revision++;
  }

  /** The lines of the edits since a revision; undefined where one of them moved lines, or it is too long ago. */
  since(revision: number): readonly number[] | undefined {
    const first = this.#lines.length - (this.#revision - revision);
    return first < 0 ? undefined : this.#lines.slice(first);
  }
}
