import { TreeBuilder } from '../build.ts';
import type { Entry, Node, ScalarNode, Section } from '../node.ts';
import { JsonScanner, type TokenKind } from './jsonScanner.ts';

/** Deeper nesting than this is skipped: no configuration has it, and the call stack is finite. */
const maxDepth = 400;

/**
 * Reads JSON with comments and trailing commas into a tree, and makes the best of what is broken or half typed: a value
 * that is missing is empty, a comma that is missing is taken as there, a bracket that is missing closes at the end.
 */
export class JsonParser {
  readonly #scanner: JsonScanner;
  readonly #builder: TreeBuilder;
  #depth = 0;
  #lastEnd = 0;

  constructor(text: string, section: Section) {
    this.#scanner = new JsonScanner(text);
    this.#builder = new TreeBuilder(section);
    this.#next();
  }

  /** The text as one value; undefined for a text without any. */
  value(): Node | undefined {
    if (this.#isAt('end')) return undefined;
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
    if (!this.#isAt('end')) this.#fault('Nothing may follow the value');
  }

  #value(): Node {
    if (this.#isScalar()) return this.#scalar();
    return this.#isAt('{') || this.#isAt('[') ? this.#nested() : this.#missing();
  }

  #map(): Node {
    const start = this.#take();
    const entries: Entry[] = [];
    while (this.#isKey() || !this.#isOver('}')) {
      if (this.#isKey()) this.#readEntries(entries);
      else this.#skipNoise();
    }
    const end = this.#close('}');
    return this.#builder.map(start, end, entries, 'flow');
  }

  /** Reads an entry; where its value turns out as the next entry's key, its own is missing. */
  #readEntries(entries: Entry[]): void {
    let key = this.#key();
    for (;;) {
      const entry = this.#entry(key);
      const isNextKey = this.#isAt(':') && entry.value.kind === 'scalar';
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
    if (!this.#isAt(':')) {
      this.#fault('A colon is missing');
      return { key, value: this.#builder.empty(key.end) };
    }
    this.#take();
    return { key, value: this.#isValue() ? this.#value() : this.#missing(key.end) };
  }

  #list(): Node {
    const start = this.#take();
    const items: Node[] = [];
    while (!this.#isOver(']')) {
      if (this.#isValue()) {
        items.push(this.#value());
        this.#endItem();
      } else {
        this.#skipNoise();
      }
    }
    const end = this.#close(']');
    return this.#builder.list(start, end, items, 'flow');
  }

  /** At the bracket that closes, at one that closes something further out, or at the end. */
  #isOver(closing: '}' | ']'): boolean {
    const isOuter = this.#isAt('}') || this.#isAt(']');
    return this.#isAt(closing) || this.#isAt('end') || (isOuter && this.#depth > 1);
  }

  #close(closing: '}' | ']'): number {
    if (this.#isAt(closing)) this.#take();
    else this.#fault(`${closing} is missing`);
    return this.#lastEnd;
  }

  #endItem(): void {
    if (this.#isAt(',')) this.#take();
    else if (this.#isValue()) this.#fault('A comma is missing');
  }

  #skipNoise(): void {
    this.#fault(this.#isAt(',') ? 'A value is missing' : 'Unexpected text');
    this.#take();
  }

  #nested(): Node {
    if (this.#depth >= maxDepth) return this.#skipNested();
    this.#depth++;
    const node = this.#isAt('{') ? this.#map() : this.#list();
    this.#depth--;
    return node;
  }

  #skipNested(): Node {
    this.#fault('Nested too deeply');
    const { start } = this.#scanner;
    let open = 0;
    do {
      if (this.#isAt('{') || this.#isAt('[')) open++;
      if (this.#isAt('}') || this.#isAt(']')) open--;
      this.#take();
    } while (open > 0 && !this.#isAt('end'));
    return this.#builder.scalar(start, this.#lastEnd, '', 'plain');
  }

  #isAt(kind: TokenKind): boolean {
    return this.#scanner.kind === kind;
  }

  #isKey(): boolean {
    return this.#isAt('string') || this.#isAt('unknown');
  }

  #isScalar(): boolean {
    return this.#isKey() || this.#isAt('literal');
  }

  #isValue(): boolean {
    return this.#isScalar() || this.#isAt('{') || this.#isAt('[');
  }

  #key(): ScalarNode {
    return this.#scalar();
  }

  #scalar(): ScalarNode {
    const { kind, value } = this.#scanner;
    if (kind === 'unknown') this.#fault('Text without quotes');
    const start = this.#take();
    return this.#builder.scalar(start, this.#lastEnd, value, kind === 'string' ? 'quoted' : 'plain');
  }

  #missing(at = this.#lastEnd): ScalarNode {
    this.#fault('A value is missing');
    return this.#builder.empty(at);
  }

  /** Moves behind the token; returns where it started. */
  #take(): number {
    const { start, end } = this.#scanner;
    this.#lastEnd = end;
    this.#next();
    return start;
  }

  #next(): void {
    this.#scanner.next();
    if (this.#scanner.isBroken) this.#fault('Broken text');
  }

  #fault(message: string): void {
    this.#builder.fault(this.#scanner.start, message);
  }
}
