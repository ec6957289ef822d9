import type { Entry, Node, Section } from '../../node.ts';
import { behindSpaces, colon, unitAt } from '../../units.ts';
import { YamlBuilder } from '../yamlBuilder.ts';
import { FlowReader } from './flowReader.ts';
import { ScalarReader } from './scalarReader.ts';
import { plainStop, quotedEnd } from './scalars.ts';
import { Scanner } from './scanner.ts';
import { unusual } from './unusual.ts';

/**
 * Reads YAML as templates are written, in one go from text to nodes. Undefined for all else, be it wrong or only rare: tabs,
 * anchors, several documents, keys of several lines. What it reads has no fault, and its trees are equal to the thorough
 * reader's.
 */
export function readDirectly(text: string, section: Section): Node[] | undefined {
  if (strangeUnit.test(text)) return undefined;
  try {
    return new DirectReader(text, section).read();
  } catch (error) {
    // A pattern that has to step back from each of millions of places has no room for them.
    if (error === unusual || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Units that YAML refuses, or that some readers take for the end of a line. */
const strangeUnit = /[^\n\r\t -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]|\r(?!\n)/;

/**
 * An entry as most are, with its line and the indentation of the next: a plain key, and behind it a plain value or nothing. One
 * pattern for all of it: V8 compiles it with its first uses, and our own steps long after.
 */
const usualEntry =
  /([\w.-]*[\w.])(?:(: +)([\w./$][^\n:#]*(?::(?=[^ \t\r\n])[^\n:#]*)*(?<=[^ \t\r]))|:)\n( *)(?=[\w"']|- )/y;

/** How deep it follows; the thorough reader goes further. */
const deepest = 90;

class DirectReader {
  readonly #scanner: Scanner;
  readonly #builder: YamlBuilder;
  readonly #scalars: ScalarReader;
  readonly #flow: FlowReader;
  #depth = 0;

  constructor(text: string, section: Section) {
    this.#scanner = new Scanner(text);
    this.#builder = new YamlBuilder(section);
    this.#scalars = new ScalarReader(this.#scanner, this.#builder);
    this.#flow = new FlowReader(this.#scanner, this.#builder, this.#scalars);
  }

  read(): Node[] {
    this.#scanner.begin();
    if (this.#scanner.isAtEnd) return [];
    const root = this.#node(-1);
    this.#scanner.skip();
    if (!this.#scanner.isAtEnd) throw unusual;
    return [root];
  }

  /** What is written in a block, first on its line or behind a dash; `parent` is the column of what it stands in. */
  #node(parent: number): Node {
    if (++this.#depth > deepest) throw unusual;
    const node = this.#scanner.isDash ? this.#list() : (this.#map() ?? this.#inline(parent));
    this.#depth--;
    return node;
  }

  /** The map that begins here; undefined where it is something else. */
  #map(): Node | undefined {
    const { column, at: start } = this.#scanner;
    const first = this.#usualEntry(column) ?? (this.#isEntry ? this.#entry(column) : undefined);
    if (!first) return undefined;
    const entries = [first];
    let last = first;
    while (this.#goesOn(column)) {
      last = this.#usualEntry(column) ?? this.#entry(column);
      entries.push(last);
    }
    return this.#builder.map(start, Math.max(last.key.end, last.value.end), entries, 'block');
  }

  #usualEntry(column: number): Entry | undefined {
    const { text, at: start } = this.#scanner;
    usualEntry.lastIndex = start;
    const match = usualEntry.exec(text);
    if (!match) return undefined;
    const name = match[1] ?? '';
    const value = match[3];
    const margin = match[4] ?? '';
    // A value may go on in a next line that is indented deeper.
    if (value !== undefined && margin.length > column) return undefined;
    this.#scanner.goTo(usualEntry.lastIndex, margin.length);
    const end = start + name.length;
    const key = this.#builder.scalar(start, end, name, 'plain');
    if (value === undefined) return { key, value: this.#below(column) ?? this.#builder.empty(end) };
    const from = end + (match[2] ?? ':').length;
    return { key, value: this.#builder.scalar(from, from + value.length, value, 'plain') };
  }

  /** True where a key and its colon begin here. */
  get #isEntry(): boolean {
    const { text, at } = this.#scanner;
    const first = text.charAt(at);
    if (first === '"' || first === "'") {
      return unitAt(text, behindSpaces(text, quotedEnd(text, at))) === colon;
    }
    return !'[{|>!'.includes(first) && unitAt(text, plainStop(text, at)) === colon;
  }

  #entry(column: number): Entry {
    const scanner = this.#scanner;
    const key = this.#scalars.key();
    if (scanner.unit !== colon) throw unusual;
    const behind = ++scanner.at;
    const isBelow = scanner.skip();
    if (isBelow || scanner.isAtEnd) return { key, value: this.#below(column) ?? this.#builder.empty(key.end) };
    if (scanner.at === behind) throw unusual;
    return { key, value: this.#inline(column) };
  }

  /** What a key's next lines hold: something deeper, or a list beside the key. */
  #below(column: number): Node | undefined {
    const scanner = this.#scanner;
    if (scanner.isAtEnd || scanner.column < column) return undefined;
    if (scanner.column > column) return this.#node(column);
    return scanner.isDash ? this.#list() : undefined;
  }

  #list(): Node {
    const { column, at: start } = this.#scanner;
    const items: Node[] = [];
    let end = start;
    do {
      const item = this.#item(column);
      items.push(item);
      end = item.end;
    } while (this.#goesOn(column) && this.#scanner.isDash);
    return this.#builder.list(start, end, items, 'block');
  }

  #item(column: number): Node {
    const scanner = this.#scanner;
    const behind = ++scanner.at;
    const isBelow = scanner.skip();
    const isEmpty = scanner.isAtEnd || (isBelow && scanner.column <= column);
    return isEmpty ? this.#builder.empty(behind) : this.#node(column);
  }

  /** Goes to what follows in a block; true where it stands in this column. It has to be the first on its line. */
  #goesOn(column: number): boolean {
    const scanner = this.#scanner;
    if (scanner.column !== scanner.indent) scanner.skip();
    if (scanner.isAtEnd) return false;
    if (scanner.column !== scanner.indent || scanner.column > column) throw unusual;
    return scanner.column === column;
  }

  /** What can be written behind a key or a tag on the same line. */
  #inline(parent: number): Node {
    switch (this.#scanner.text[this.#scanner.at]) {
      case '|':
      case '>':
        return this.#scalars.block(parent);
      case '!':
        return this.#tagged(parent);
      default:
        return this.#flow.enclosed(parent) ?? this.#scalars.plain(parent);
    }
  }

  #tagged(parent: number): Node {
    const scanner = this.#scanner;
    const tag = scanner.tag();
    const isBelow = scanner.skip();
    if (isBelow && parent < 0) throw unusual;
    if (scanner.isAtEnd || (isBelow && scanner.column <= parent)) {
      if (scanner.column === parent && scanner.isDash) throw unusual;
      return this.#builder.finish(this.#builder.empty(tag.start + tag.name.length), tag, undefined);
    }
    if (scanner.text[scanner.at] === '!') throw unusual;
    return this.#builder.finish(isBelow ? this.#node(parent) : this.#inline(parent), tag, undefined);
  }
}
