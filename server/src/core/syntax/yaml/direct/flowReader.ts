import type { Entry, Node } from '../../node.ts';
import { colon, comma } from '../units.ts';
import type { YamlBuilder } from '../yamlBuilder.ts';
import type { Cursor } from './cursor.ts';
import type { ScalarReader } from './scalarReader.ts';
import { unusual } from './unusual.ts';

/** How many brackets within brackets it follows; the thorough reader goes further. */
const deepest = 50;

/** Reads what stands in brackets. Its lines are indented deeper than `parent`, the column of what it stands in. */
export class FlowReader {
  readonly #cursor: Cursor;
  readonly #builder: YamlBuilder;
  readonly #scalars: ScalarReader;
  #depth = 0;

  constructor(cursor: Cursor, builder: YamlBuilder, scalars: ScalarReader) {
    this.#cursor = cursor;
    this.#builder = builder;
    this.#scalars = scalars;
  }

  /** What quotes or brackets enclose, and leaves the cursor behind it; undefined where none of them opens here. */
  enclosed(parent: number): Node | undefined {
    switch (this.#cursor.text[this.#cursor.at]) {
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
    const node = this.#cursor.text[this.#cursor.at] === '[' ? this.#list(parent) : this.#map(parent);
    this.#depth--;
    return node;
  }

  #list(parent: number): Node {
    const start = this.#cursor.at++;
    const items: Node[] = [];
    while (!this.#closes(']', items.length > 0, parent)) items.push(this.#node(parent));
    return this.#builder.list(start, this.#cursor.at, items, 'flow');
  }

  #map(parent: number): Node {
    const start = this.#cursor.at++;
    const entries: Entry[] = [];
    while (!this.#closes('}', entries.length > 0, parent)) entries.push(this.#entry(parent));
    return this.#builder.map(start, this.#cursor.at, entries, 'flow');
  }

  #entry(parent: number): Entry {
    const key = this.#node(parent);
    this.#skip(parent);
    if (key.kind !== 'scalar' || this.#cursor.unit !== colon) throw unusual;
    this.#cursor.at++;
    this.#skip(parent);
    return { key, value: this.#node(parent) };
  }

  /** Goes behind the bracket that closes here, and is true then, or to the next item, behind its comma. */
  #closes(bracket: ']' | '}', hasItems: boolean, parent: number): boolean {
    const cursor = this.#cursor;
    this.#skip(parent);
    if (hasItems && cursor.unit === comma) {
      cursor.at++;
      this.#skip(parent);
    } else if (hasItems && cursor.text[cursor.at] !== bracket) {
      throw unusual;
    }
    if (cursor.text[cursor.at] !== bracket) return false;
    cursor.at++;
    return true;
  }

  #node(parent: number): Node {
    if (this.#cursor.text[this.#cursor.at] === '!') return this.#tagged(parent);
    return this.enclosed(parent) ?? this.#scalars.flowPlain();
  }

  #tagged(parent: number): Node {
    const tag = this.#cursor.tag();
    this.#skip(parent);
    if (this.#cursor.text[this.#cursor.at] === '!') throw unusual;
    return this.#builder.finish(this.#node(parent), tag, undefined);
  }

  #skip(parent: number): void {
    if (this.#cursor.skip() && (parent < 0 || this.#cursor.column <= parent)) throw unusual;
  }
}
