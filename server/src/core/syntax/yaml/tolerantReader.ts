import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Entry, Node, ScalarNode, ScalarStyle, Section } from '../node.ts';
import { blockScalarSpan, flowEnd, type TagAt, YamlBuilder } from './yamlBuilder.ts';

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

const options = { schema: 'failsafe', strict: false, uniqueKeys: false, logLevel: 'silent', merge: false } as const;

class TolerantReader {
  readonly #text: string;
  readonly #builder: YamlBuilder;

  constructor(text: string, builder: YamlBuilder) {
    this.#text = text;
    this.#builder = builder;
  }

  read(): Node[] {
    const documents = parseAllDocuments(this.#text, options);
    if (!Array.isArray(documents) || 'empty' in documents) return [];
    const roots = documents.map((document) => {
      for (const { pos, message } of document.errors) this.#builder.fault(pos[0], message.split('\n')[0] ?? message);
      this.#builder.forgetAnchors();
      return this.#node(document.contents as ParsedNode | null, 0);
    });
    const isBlank = documents.length === 1 && documents[0]?.contents === null;
    return isBlank ? [] : roots;
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
    const isThere = start >= 0 && /^\s*(?:&\S+\s+)?(?:#.*\s+)*$/.test(this.#text.slice(start + name.length, range[0]));
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
    let end = start + 1;
    for (const source of sources) {
      const item = this.#node(asNode(source), end);
      items.push(item);
      end = item.end;
    }
    if (flow && this.#text[start] === '[') {
      return this.#builder.list(start, flowEnd(this.#text, end, ']'), items, 'flow');
    }
    return this.#builder.list(start, end, items, flow ? 'flow' : 'block');
  }

  #map({ items, range, flow }: YAMLMap.Parsed): Node {
    const start = range[0];
    const entries: Entry[] = [];
    let end = start + 1;
    for (const { key: keySource, value } of items) {
      const key = this.#builder.keyOf(this.#node(asNode(keySource), end), this.#text);
      const entry = { key, value: this.#node(asNode(value), key.end) };
      entries.push(entry);
      end = Math.max(key.end, entry.value.end);
    }
    if (flow && this.#text[start] === '{') {
      return this.#builder.map(start, flowEnd(this.#text, end, '}'), entries, 'flow');
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
