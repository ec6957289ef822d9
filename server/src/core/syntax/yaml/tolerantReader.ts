import {
  type Alias,
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Entry, Node, ScalarNode, ScalarStyle, Section } from '../node.ts';
import { cutDeep } from './cutDeep.ts';
import { behindNextDash, blockScalarSpan, isBlank, type TagAt, YamlBuilder } from './yamlBuilder.ts';

/**
 * Reads YAML and makes the best of what is broken; slower than the events by a factor of ten. For a text without faults
 * its trees are equal to those that the events give.
 */
export function readTolerantly(text: string, section: Section): Node[] {
  const builder = new YamlBuilder(section);
  try {
    return new TolerantReader(text, builder).read();
  } catch (error) {
    builder.fault(0, `This can't be read: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

const options = {
  schema: 'failsafe',
  strict: false,
  uniqueKeys: false,
  logLevel: 'silent',
  merge: false,
  // An excerpt with every message would cost the length of the line each time.
  prettyErrors: false,
} as const;

class TolerantReader {
  readonly #text: string;
  readonly #builder: YamlBuilder;
  /** Where keys of several lines start: a key without its colon yet has swallowed the next line's. */
  readonly #swallowed = new Set<number>();

  constructor(text: string, builder: YamlBuilder) {
    this.#text = text;
    this.#builder = builder;
  }

  read(): Node[] {
    const documents = [...new Composer(options).compose(this.#shallowTokens())];
    const roots = documents.map((document) => {
      for (const { pos, message, code } of document.errors) {
        this.#builder.fault(pos[0], message);
        if (code === 'MULTILINE_IMPLICIT_KEY') this.#swallowed.add(pos[0]);
      }
      this.#builder.forgetAnchors();
      return this.#node(document.contents as ParsedNode | null, 0);
    });
    return isBlank(roots) ? [] : roots;
  }

  /** The tokens of the text, emptied below a depth that the call stack of what follows can bear. */
  *#shallowTokens() {
    for (const token of new Parser().parse(this.#text)) {
      const cut = token.type === 'document' ? cutDeep(token.value) : undefined;
      if (cut !== undefined) this.#builder.fault(cut, 'Nested too deeply');
      yield token;
    }
  }

  #node(source: ParsedNode | null | undefined, before: number): Node {
    if (!source) return this.#builder.empty(before);
    if (isAlias(source)) return this.#alias(source as Alias.Parsed);
    const tag = this.#tagOf(source);
    return this.#builder.finish(this.#content(source, tag, before), tag, source.anchor);
  }

  #content(source: ParsedNode, tag: TagAt | undefined, before: number): Node {
    if (isMap(source)) return this.#map(source as YAMLMap.Parsed);
    if (isSeq(source)) return this.#list(source as YAMLSeq.Parsed);
    return isScalar(source) ? this.#scalar(source as Scalar.Parsed, tag, before) : this.#builder.empty(before);
  }

  #alias({ source, range }: Alias.Parsed): Node {
    return this.#builder.aliasTo(range[0], source);
  }

  /** The tag as written; the parser gives its resolved name and no place. */
  #tagOf({ tag, range }: ParsedNode): TagAt | undefined {
    if (!tag || !range) return undefined;
    const name = tag.replace('tag:yaml.org,2002:', '!!');
    const start = this.#text.lastIndexOf(name, range[0]);
    const isThere =
      start >= 0 && /^(?:\s|&\S+(?=\s)|#[^\n]*\n)*$/.test(this.#text.slice(start + name.length, range[0]));
    return isThere ? { name, start } : undefined;
  }

  #scalar({ type, range, source }: Scalar.Parsed, tag: TagAt | undefined, before: number): ScalarNode {
    const [start, end] = range;
    const style = styles.get(type ?? '') ?? 'plain';
    if (style === 'plain' && start === end) {
      const at = tag ? tag.start + tag.name.length : before;
      return this.#builder.scalar(at, at, '', this.#builder.styleOf('plain', tag));
    }
    if (style !== 'block') return this.#builder.scalar(start, end, source, this.#builder.styleOf(style, tag));
    const header = this.#text.indexOf('\n', start);
    const contentStart = header === -1 || header > end ? end : header + 1;
    const span = blockScalarSpan(this.#text, contentStart, end);
    return this.#builder.scalar(...span, source, style);
  }

  #list({ items: sources, range, flow }: YAMLSeq.Parsed): Node {
    const start = range[0];
    const items: Node[] = [];
    let end = Math.min(start + 1, this.#text.length);
    for (const source of sources) {
      const isEmpty = items.length > 0 && isScalar(source) && source.range?.[0] === source.range?.[1];
      const item = this.#node(asNode(source), isEmpty ? behindNextDash(this.#text, end) : end);
      items.push(item);
      end = Math.max(end, item.end);
    }
    // One that nothing closes ends where the parser says, or behind what it holds.
    return this.#builder.list(start, flow ? Math.max(end, range[1]) : end, items, flow ? 'flow' : 'block');
  }

  /** A key for each line of a plain key. */
  #lineKeys({ start, end, style }: ScalarNode): ScalarNode[] {
    if (style !== 'plain') return [];
    const lines = this.#text.slice(start, end).matchAll(/\S(?:.*\S)?/g);
    return [...lines].map(({ 0: line, index }) => {
      const from = start + index;
      return this.#builder.scalar(from, from + line.length, line, 'plain');
    });
  }

  #map({ items, range, flow }: YAMLMap.Parsed): Node {
    const start = range[0];
    const entries: Entry[] = [];
    let end = Math.min(start + 1, this.#text.length);
    for (const { key: keySource, value } of items) {
      const key = this.#builder.keyOf(this.#node(asNode(keySource), end), this.#text);
      const halfTyped = this.#swallowed.has(key.start) ? this.#lineKeys(key) : [];
      const lastKey = halfTyped.pop() ?? key;
      for (const half of halfTyped) entries.push({ key: half, value: this.#builder.empty(half.end) });
      const entry = { key: lastKey, value: this.#node(asNode(value), lastKey.end) };
      entries.push(entry);
      end = Math.max(end, key.end, entry.value.end);
    }
    const isPair = entries[0]?.key.start === start;
    if (flow && this.#text[start] === '{' && !isPair) {
      return this.#builder.map(start, Math.max(end, range[1]), entries, 'flow');
    }
    return this.#builder.map(entries[0]?.key.start ?? start, end, entries, flow ? 'flow' : 'block');
  }
}

/** An item of a flow list can be a pair: the parser has made a map of it then. */
function asNode(source: unknown): ParsedNode | null | undefined {
  return source as ParsedNode | null | undefined;
}

const styles: ReadonlyMap<string, ScalarStyle> = new Map([
  ['PLAIN', 'plain'],
  ['QUOTE_SINGLE', 'quoted'],
  ['QUOTE_DOUBLE', 'quoted'],
  ['BLOCK_LITERAL', 'block'],
  ['BLOCK_FOLDED', 'block'],
]);
