import { carriageReturn, dash, endOfText, hash, newline, space, tab, unitAt } from '../../units.ts';
import type { TagAt } from '../yamlBuilder.ts';
import { unusual } from './unusual.ts';

/** What opens the one document, behind a few lines of comments. */
const opening = /(?: *(?:#[^\n]*)?\r?\n){0,50}--- *(?:(?<= )#[^\n]*)?\r?\n/y;

/** What separates what is written: spaces, comments, ends of lines. */
const gap = /(?: *(?:#[^\n]*)?\r?\n)* */y;

/** What separates documents, and directives. */
const border = /---|\.\.\.|%/y;

const tagName = /![A-Za-z][\w.:-]*(?=[ \r\n]|$)/y;

/** Where a direct reading is in its text. Offsets are UTF-16 units, columns too. */
export class Scanner {
  readonly text: string;
  at = 0;
  /** Where the line begins. */
  lineStart = 0;
  /** The column of what is written first on the line. */
  indent = 0;

  constructor(text: string) {
    this.text = text;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  /** The unit here; `endOfText` at the end of the text. */
  get unit(): number {
    return unitAt(this.text, this.at);
  }

  get isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  /** True where an item of a list begins. */
  get isDash(): boolean {
    if (this.unit !== dash) return false;
    const behind = unitAt(this.text, this.at + 1);
    return behind === space || behind === newline || behind === carriageReturn || behind === endOfText;
  }

  /** Goes to what the document begins with. */
  begin(): void {
    opening.lastIndex = 0;
    if (opening.test(this.text)) this.goTo(opening.lastIndex, 0);
    this.skip();
    this.indent = this.column;
    this.#refuseBorder();
  }

  /** Goes to what is written first on a line, indented so far. */
  goTo(at: number, indent: number): void {
    this.at = at;
    this.lineStart = at - indent;
    this.indent = indent;
  }

  /** Goes to what is written next; true where it is on another line. */
  skip(): boolean {
    const { text, at: from } = this;
    if (unitAt(text, from) === hash && from > this.lineStart && text.charCodeAt(from - 1) !== space) throw unusual;
    gap.lastIndex = from;
    gap.test(text);
    const at = gap.lastIndex;
    const unit = unitAt(text, at);
    if (unit === tab) throw unusual;
    // A comment that the text ends with.
    this.at = unit === hash ? text.length : at;
    // Behind the last end of a line only spaces are passed over.
    let lineStart = at;
    while (lineStart > from && text.charCodeAt(lineStart - 1) === space) lineStart--;
    if (lineStart === from || text.charCodeAt(lineStart - 1) !== newline) return false;
    this.lineStart = lineStart;
    this.indent = at - lineStart;
    if (lineStart === at) this.#refuseBorder();
    return true;
  }

  /** Goes behind the tag that begins here. */
  tag(): TagAt {
    const start = this.at;
    tagName.lastIndex = start;
    if (!tagName.test(this.text)) throw unusual;
    this.at = tagName.lastIndex;
    return { name: this.text.slice(start, this.at), start };
  }

  #refuseBorder(): void {
    border.lastIndex = this.at;
    if (border.test(this.text)) throw unusual;
  }
}
