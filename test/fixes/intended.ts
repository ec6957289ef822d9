import type { Document, Language } from '../../server/src/core/index.ts';
import { type Change, type MadeMember, type ModelValue, nestedKeys } from '../../server/src/core/syntax/edit/change.ts';
import type { Entry, MapNode, Node } from '../../server/src/core/syntax/node.ts';
import { scalarType } from '../../server/src/core/syntax/scalar.ts';

/** What a document says, without how it is written: members in no order, scalars by type and text. */
export type Meaning = string;

type Pair = readonly [string, string];

/** What a document says as it is. */
export function meaningOf(document: Document): Meaning {
  return intended(document, []);
}

/** What a document would say after changes: worked out on the tree, to compare with what a writer made of the text. */
export function intended({ roots, language }: Document, changes: readonly Change[]): Meaning {
  const teller = new Teller(language, changes);
  return roots.map((root) => teller.node(root)).join('\n---\n');
}

class Teller {
  readonly #language: Language;
  readonly #changes: readonly Change[];

  constructor(language: Language, changes: readonly Change[]) {
    this.#language = language;
    this.#changes = changes;
  }

  node(node: Node): string {
    const set = this.#of('set').find((change) => change.node === node);
    if (set) return spelt(set.value);
    const wrap = this.#of('wrap').find((change) => change.node === node);
    if (wrap) return wrap.name === undefined ? `[${this.#plain(node)}]` : mapOf([[wrap.name, this.#plain(node)]]);
    const unwrap = this.#of('unwrap').find((change) => change.node === node);
    if (unwrap)
      return this.node(unwrap.node.kind === 'list' ? must(unwrap.node.items[0]) : must(unwrap.node.entries[0]).value);
    return this.#plain(node);
  }

  #plain(node: Node): string {
    if (node.kind === 'alias') return `*${node.name}`;
    const tag = node.tag ?? '';
    if (node.kind === 'scalar') {
      const type = scalarType(node, this.#language);
      return `${tag}${type} ${type === 'null' ? '' : JSON.stringify(node.text)}`;
    }
    return tag + (node.kind === 'list' ? this.#list(node) : this.#map(node));
  }

  #list(node: Extract<Node, { kind: 'list' }>): string {
    const items = node.items.filter((item) => !this.#isGone(item)).map((item) => this.node(item));
    const more = this.#of('append').filter((change) => change.into === node);
    return `[${[...items, ...more.map(({ value }) => spelt(value))].join(', ')}]`;
  }

  #map(node: MapNode): string {
    const stay = node.entries.filter(({ key, value }) => !this.#isGone(key) && !this.#isGone(value));
    const inserted = this.#of('insert').filter(({ into }) => into === node);
    const moved = this.#of('move').filter(({ into }) => into === node);
    return mapOf([
      ...stay.map((entry) => this.#pair(entry)),
      ...inserted.map(({ name, value }): Pair => [name, spelt(value)]),
      ...moved.flatMap(({ keys }) => keys.map((key) => this.#pair(entryOf(key)))),
      ...this.#of('nest')
        .filter(({ keys }) => keys[0]?.parent === node)
        .map((change) => this.#nested(change)),
    ]);
  }

  #nested({ keys, under }: Extract<Change, { kind: 'nest' }>): Pair {
    return this.#made(under, keys);
  }

  #made([member, ...deeper]: readonly MadeMember[], keys: readonly Node[]): Pair {
    const { name, item, beside = [] } = must(member);
    const inner = deeper.length === 0 ? this.#moved(keys) : [this.#made(deeper, keys)];
    const content = mapOf([...inner, ...this.#moved(beside)]);
    return [name, item ? `[${content}]` : content];
  }

  #moved(keys: readonly Node[]): Pair[] {
    return keys.map((key) => this.#pair(entryOf(key)));
  }

  #pair({ key, value }: Entry): Pair {
    const rename = this.#of('rename').find((change) => change.key === key);
    return [rename?.name ?? key.text, this.node(value)];
  }

  #isGone(node: Node): boolean {
    return this.#changes.some((change) => {
      if (change.kind === 'remove') return change.node === node;
      if (change.kind === 'nest') return nestedKeys(change).some((key) => key === node);
      return change.kind === 'move' && change.keys.some((key) => key === node);
    });
  }

  #of<Kind extends Change['kind']>(kind: Kind): Extract<Change, { kind: Kind }>[] {
    return this.#changes.filter((change): change is Extract<Change, { kind: Kind }> => change.kind === kind);
  }
}

function spelt(value: ModelValue): string {
  if (typeof value === 'boolean') return `boolean "${value}"`;
  if (typeof value === 'string') return `string ${JSON.stringify(value)}`;
  if (Array.isArray(value)) return `[${value.map(spelt).join(', ')}]`;
  return mapOf(Object.entries(value).map(([name, each]) => [name, spelt(each)]));
}

function mapOf(pairs: readonly Pair[]): string {
  const told = pairs.map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  return `{${told.sort().join(', ')}}`;
}

function entryOf(key: Node): Entry {
  const { parent } = key;
  return must(parent?.kind === 'map' ? parent.entries.find((entry) => entry.key === key) : undefined);
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the change names what is not there');
  return value;
}
