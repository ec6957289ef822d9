import { isComment, skipComment } from './jsonScan.ts';

/** What a token is. */
export type TokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'literal' | 'unknown' | 'end';

/** Told where a comment begins, and where it ends, exclusive. */
type OnComment = (start: number, end: number) => void;

const blank = /[ \t\r\n]*/y;
/** All but quotes, backslashes and control characters. */
const plainLetters = /[ !#-[\]-\uffff]*/y;
/** Also what begins one and ends too early. */
const number = /-?(?:0|[1-9]\d*)(?:\.(?:\d+(?:[eE][+-]?\d*)?)?|[eE][+-]?\d*)?/y;
const word = /[^ \t\r\n{}[\]":,/]*/y;
const hexDigits = /[\da-fA-F]{0,4}/y;

/**
 * Reads the tokens of JSON with comments one behind the other; white space and comments stand between. What is no token of JSON is
 * one of its own, or is broken; so any text has tokens up to its end. Offsets are UTF-16 units of the text.
 */
export class JsonScanner {
  readonly #text: string;
  readonly #onComment: OnComment | undefined;
  #at = 0;
  #string = '';
  kind: TokenKind = 'unknown';
  start = 0;
  /** Behind the token. */
  end = 0;
  /** True for a string that its line doesn't close, or holds what no string may, and for half a number. */
  isBroken = false;

  constructor(text: string, onComment?: OnComment) {
    this.#text = text;
    this.#onComment = onComment;
  }

  /** The token as it is meant: a string without quotes and escapes. */
  get value(): string {
    return this.kind === 'string' ? this.#string : this.#text.slice(this.start, this.end);
  }

  /** Reads the next token; behind the last that is the end, however often it is asked for. */
  next(): void {
    this.isBroken = false;
    this.start = this.#behindBlank();
    this.kind = this.#read(this.#text[this.start]);
    this.end = this.#at;
  }

  #behindBlank(): number {
    for (;;) {
      this.#skip(blank);
      if (!isComment(this.#text, this.#at)) return this.#at;
      const start = this.#at;
      this.#at = skipComment(this.#text, start);
      this.#onComment?.(start, this.#at);
    }
  }

  #read(letter: string | undefined): TokenKind {
    switch (letter) {
      case undefined:
        return 'end';
      case '{':
      case '}':
      case '[':
      case ']':
      case ':':
      case ',':
        this.#at++;
        return letter;
      case '"':
        this.#at++;
        this.#readString();
        return 'string';
      default:
        return this.#skip(number) ? this.#readNumber() : this.#readWord(letter);
    }
  }

  /** Moves behind what matches; true where that is something. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const isThere = pattern.test(this.#text) && pattern.lastIndex > this.#at;
    if (isThere) this.#at = pattern.lastIndex;
    return isThere;
  }

  #readNumber(): TokenKind {
    if (!/\d/.test(this.#text.charAt(this.#at - 1))) this.#break(this.#at);
    return 'literal';
  }

  #readWord(letter: string): TokenKind {
    const start = this.#at;
    if (letter === '-' || !this.#skip(word)) this.#at++;
    const text = this.#text.slice(start, this.#at);
    return text === 'true' || text === 'false' || text === 'null' ? 'literal' : 'unknown';
  }

  #readString(): void {
    let start = this.#at;
    this.#string = '';
    for (;;) {
      this.#skip(plainLetters);
      const end = this.#at;
      const letter = this.#text[end];
      if (letter === '\\') {
        this.#string += this.#text.slice(start, end) + this.#escaped();
        start = this.#at;
      } else if (letter === '"' || letter === undefined || letter === '\n' || letter === '\r') {
        this.#string += this.#text.slice(start, end);
        if (letter === '"') this.#at++;
        else this.#break(end);
        return;
      } else {
        this.#break(end + 1);
      }
    }
  }

  /** What a backslash and what follows it stand for; nothing where that is no escape. */
  #escaped(): string {
    const letter = this.#text[this.#at + 1];
    this.#at = Math.min(this.#at + 2, this.#text.length);
    if (letter === 'u') return this.#escapedUnit();
    const meant = letter === undefined ? undefined : escapes.get(letter);
    if (meant === undefined) this.#break(this.#at);
    return meant ?? '';
  }

  #escapedUnit(): string {
    const start = this.#at;
    this.#skip(hexDigits);
    const digits = this.#text.slice(start, this.#at);
    if (digits.length === 4) return String.fromCharCode(Number.parseInt(digits, 16));
    this.#break(this.#at);
    return '';
  }

  #break(end: number): void {
    this.isBroken = true;
    this.#at = end;
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
