import { createScanner, type JSONScanner, type SyntaxKind } from 'jsonc-parser';
import { TreeBuilder } from '../build.ts';
import type { Entry, Node, ScalarNode, Section } from '../node.ts';
import { isLiteral, token } from './tokens.ts';

const noError = 0;

/** Deeper nesting than this is skipped: no configuration has it, and the call stack is finite. */
const maxDepth = 400;

/**
 * Reads JSON with comments and trailing commas into a tree, and makes the best of what is broken or half typed: a value
 * that is missing is empty, a comma that is missing is taken as there, a bracket that is missing closes at the end.
 */
export class JsonParser {
  readonly #scanner: JSONScanner;
  readonly #builder: TreeBuilder;
  #token: SyntaxKind = token.unknown;
  #depth = 0;
  #lastEnd = 0;

  constructor(text: string, section: Section) {
    this.#scanner = createScanner(text, true);
    this.#builder = new TreeBuilder(section);
    this.#next();
  }

  /** The text as one value; undefined for a text without any. */
  value(): Node | undefined {
    if (this.#isAt(token.end)) return undefined;
    const value = this.#value();
    this.end();
    return value;
  }

  /** The text as one member of a map; what follows it is the business of whoever cut the text. */
  member(): Entry | undefined {
    return this.#isKey() ? this.#entry(this.#key()) : undefined;
  }

  /** Faults what is left over. */
  end(): void {
    if (!this.#isAt(token.end)) this.#fault('Nothing may follow the value');
  }

  #value(): Node {
    switch (this.#token) {
      case token.openBrace:
        return this.#nested(() => this.#map());
      case token.openBracket:
        return this.#nested(() => this.#list());
      default:
        return this.#isScalar() ? this.#scalar() : this.#missing();
    }
  }

  #map(): Node {
    const start = this.#take();
    const entries: Entry[] = [];
    while (this.#isKey() || !this.#isOver(token.closeBrace)) {
      if (this.#isKey()) this.#readEntries(entries);
      else this.#skipNoise();
    }
    const end = this.#close(token.closeBrace, '}');
    return this.#builder.map(start, end, entries, 'flow');
  }

  /** Reads an entry; where its value turns out as the next entry's key, its own is missing. */
  #readEntries(entries: Entry[]): void {
    let key = this.#key();
    for (;;) {
      const entry = this.#entry(key);
      const isNextKey = this.#token === token.colon && entry.value.kind === 'scalar';
      if (!isNextKey) {
        entries.push(entry);
        this.#endItem();
        return;
      }
      this.#fault('A value is missing');
      entries.push({ key, value: this.#builder.empty(key.end) });
      key = entry.value as ScalarNode;
    }
  }

  #entry(key: ScalarNode): Entry {
    if (this.#token !== token.colon) {
      this.#fault('A colon is missing');
      return { key, value: this.#builder.empty(key.end) };
    }
    this.#take();
    return { key, value: this.#isValue() ? this.#value() : this.#missing(key.end) };
  }

  #list(): Node {
    const start = this.#take();
    const items: Node[] = [];
    while (!this.#isOver(token.closeBracket)) {
      if (this.#isValue()) {
        items.push(this.#value());
        this.#endItem();
      } else {
        this.#skipNoise();
      }
    }
    const end = this.#close(token.closeBracket, ']');
    return this.#builder.list(start, end, items, 'flow');
  }

  /** At the bracket that closes, at one that closes something further out, or at the end. */
  #isOver(closing: SyntaxKind): boolean {
    const isOuter = this.#token === token.closeBrace || this.#token === token.closeBracket;
    return this.#token === closing || this.#token === token.end || (isOuter && this.#depth > 1);
  }

  #close(closing: SyntaxKind, bracket: string): number {
    if (this.#token === closing) this.#take();
    else this.#fault(`${bracket} is missing`);
    return this.#lastEnd;
  }

  #endItem(): void {
    if (this.#isAt(token.comma)) this.#take();
    else if (this.#isValue()) this.#fault('A comma is missing');
  }

  #skipNoise(): void {
    this.#fault(this.#isAt(token.comma) ? 'A value is missing' : 'Unexpected text');
    this.#take();
  }

  #nested(read: () => Node): Node {
    if (this.#depth >= maxDepth) return this.#skipNested();
    this.#depth++;
    const node = read();
    this.#depth--;
    return node;
  }

  #skipNested(): Node {
    this.#fault('Nested too deeply');
    const start = this.#scanner.getTokenOffset();
    let open = 0;
    do {
      if (this.#token === token.openBrace || this.#token === token.openBracket) open++;
      if (this.#token === token.closeBrace || this.#token === token.closeBracket) open--;
      this.#take();
    } while (open > 0 && this.#token !== token.end);
    return this.#builder.scalar(start, this.#lastEnd, '', 'plain');
  }

  #isAt(kind: SyntaxKind): boolean {
    return this.#token === kind;
  }

  #isKey(): boolean {
    return this.#token === token.string || this.#token === token.unknown;
  }

  #isScalar(): boolean {
    return this.#isKey() || isLiteral(this.#token);
  }

  #isValue(): boolean {
    return this.#isScalar() || this.#token === token.openBrace || this.#token === token.openBracket;
  }

  #key(): ScalarNode {
    return this.#scalar();
  }

  #scalar(): ScalarNode {
    const style = this.#token === token.string ? 'quoted' : 'plain';
    const text = this.#scanner.getTokenValue();
    if (this.#token === token.unknown) this.#fault('Text without quotes');
    const start = this.#take();
    return this.#builder.scalar(start, this.#lastEnd, text, style);
  }

  #missing(at = this.#lastEnd): ScalarNode {
    this.#fault('A value is missing');
    return this.#builder.empty(at);
  }

  /** Moves behind the token; returns where it started. */
  #take(): number {
    const start = this.#scanner.getTokenOffset();
    this.#lastEnd = start + this.#scanner.getTokenLength();
    this.#next();
    return start;
  }

  #next(): void {
    this.#token = this.#scanner.scan();
    if (this.#scanner.getTokenError() !== noError) this.#fault('Broken text');
  }

  #fault(message: string): void {
    this.#builder.fault(this.#scanner.getTokenOffset(), message);
  }
}
