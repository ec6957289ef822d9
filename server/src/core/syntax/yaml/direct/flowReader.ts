import type { Entry, Node } from '../../node.ts';
import { colon, comma } from '../../units.ts';
import type { YamlBuilder } from '../yamlBuilder.ts';
import type { ScalarReader } from './scalarReader.ts';
import type { Scanner } from './scanner.ts';
import { unusual } from './unusual.ts';

/** How many brackets within brackets it follows; the thorough reader goes further. */
const deepest = 50;

/** Reads what stands in brackets. Its lines are indented deeper than `parent`, the column of what it stands in. */
export class FlowReader {
  readonly #scanner: Scanner;
  readonly #builder: YamlBuilder;
  readonly #scalars: ScalarReader;
  #depth = 0;

  constructor(scanner: Scanner, builder: YamlBuilder, scalars: ScalarReader) {
    this.#scanner = scanner;
    this.#builder = builder;
    this.#scalars = scalars;
  }

  /** What quotes or brackets enclose, and leaves the scanner behind it; undefined where none of them opens here. */
  enclosed(parent: number): Node | undefined {
    switch (this.#scanner.text[this.#scanner.at]) {
      case '"':
      case "'":
        return this.#scalars.quoted(parent);
      case '[':
      case '{':
        return this.#collection(parent);
      default:
        return undefined;
    }
  }

  #collection(parent: number): Node {
    if (++this.#depth > deepest) throw unusual;
    const node = this.#scanner.text[this.#scanner.at] === '[' ? this.#list(parent) : this.#map(parent);
    this.#depth--;
    return node;
  }

  #list(parent: number): Node {
    const start = this.#scanner.at++;
    const items: Node[] = [];
    while (!this.#closes(']', items.length > 0, parent)) items.push(this.#node(parent));
    return this.#builder.list(start, this.#scanner.at, items, 'flow');
  }

  #map(parent: number): Node {
    const start = this.#scanner.at++;
    const entries: Entry[] = [];
    while (!this.#closes('}', entries.length > 0, parent)) entries.push(this.#entry(parent));
    return this.#builder.map(start, this.#scanner.at, entries, 'flow');
  }

  #entry(parent: number): Entry {
    const key = this.#node(parent);
    this.#skip(parent);
    if (key.kind !== 'scalar' || this.#scanner.unit !== colon) throw unusual;
    this.#scanner.at++;
    this.#skip(parent);
    return { key, value: this.#node(parent) };
  }

  /** Goes behind the bracket that closes here, and is true then, or to the next item, behind its comma. */
  #closes(bracket: ']' | '}', hasItems: boolean, parent: number): boolean {
    const scanner = this.#scanner;
    this.#skip(parent);
    if (hasItems && scanner.unit === comma) {
      scanner.at++;
      this.#skip(parent);
    } else if (hasItems && scanner.text[scanner.at] !== bracket) {
      throw unusual;
    }
    if (scanner.text[scanner.at] !== bracket) return false;
    scanner.at++;
    return true;
  }

  #node(parent: number): Node {
    if (this.#scanner.text[this.#scanner.at] === '!') return this.#tagged(parent);
    return this.enclosed(parent) ?? this.#scalars.flowPlain();
  }

  #tagged(parent: number): Node {
    const tag = this.#scanner.tag();
    this.#skip(parent);
    if (this.#scanner.text[this.#scanner.at] === '!') throw unusual;
    return this.#builder.finish(this.#node(parent), tag, undefined);
  }

  #skip(parent: number): void {
    if (this.#scanner.skip() && (parent < 0 || this.#scanner.column <= parent)) throw unusual;
  }
}
