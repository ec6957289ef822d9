import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import type { Entry, Node, ScalarNode, ScalarStyle, Section, SyntaxFault } from '../node.ts';
import { maxDepth } from './maxDepth.ts';
import { behindNextDash, blockScalarSpan, flowEnd, isBlank, type TagAt, YamlBuilder } from './yamlBuilder.ts';

/** What a fast reading yields. */
export interface FastReading {
  readonly roots: Node[];
  /** True where an alias or an anchor stands in the text: it can't be read in pieces then. */
  readonly hasAliases: boolean;
}

/**
 * Reads YAML without faults, fast. Undefined for a text that the parser refuses anywhere: the tolerant reader makes the
 * best of such.
 */
export function readEvents(text: string, section: Section): FastReading | undefined {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth });
  } catch {
    return undefined;
  }
  return new EventReader(text, section, events).read();
}

/** Why a text is refused. */
export function refusalOf(text: string): SyntaxFault | undefined {
  try {
    parseEvents(text, { maxDepth });
    return undefined;
  } catch (error) {
    if (!(error instanceof YAMLException)) return { offset: 0, message: String(error) };
    return { offset: Math.min(error.mark?.position ?? 0, text.length), message: error.reason };
  }
}

type ContentEvent = ScalarEvent | MappingEvent | SequenceEvent;

class EventReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #builder: YamlBuilder;
  #at = 0;
  #hasAliases = false;

  constructor(text: string, section: Section, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
    this.#builder = new YamlBuilder(section);
  }

  read(): FastReading {
    const roots: Node[] = [];
    while (this.#events[this.#at]?.type === EVENT_ID.DOCUMENT) {
      this.#at++;
      this.#builder.forgetAnchors();
      roots.push(this.#isPop() ? this.#builder.empty(0) : this.#node(0));
      this.#at++;
    }
    return { roots: isBlank(roots) ? [] : roots, hasAliases: this.#hasAliases };
  }

  /** The node at the cursor; `before` is where one that isn't written is said to stand. */
  #node(before: number): Node {
    const event = this.#events[this.#at++];
    if (event?.type === EVENT_ID.ALIAS) return this.#alias(event);
    if (event?.type === EVENT_ID.SCALAR) return this.#finish(event, this.#scalar(event, before));
    if (event?.type === EVENT_ID.SEQUENCE) return this.#finish(event, this.#list(event));
    if (event?.type === EVENT_ID.MAPPING) return this.#finish(event, this.#map(event));
    return this.#builder.empty(before);
  }

  #alias({ anchorStart, anchorEnd }: AliasEvent): Node {
    this.#hasAliases = true;
    return this.#builder.aliasTo(anchorStart - 1, this.#text.slice(anchorStart, anchorEnd));
  }

  #finish(event: ContentEvent, node: Node): Node {
    const { anchorStart, anchorEnd } = event;
    const anchor = anchorStart < 0 ? undefined : this.#text.slice(anchorStart, anchorEnd);
    if (anchor !== undefined) this.#hasAliases = true;
    return this.#builder.finish(node, this.#tagOf(event), anchor);
  }

  #tagOf({ tagStart, tagEnd }: ContentEvent): TagAt | undefined {
    return tagStart < 0 ? undefined : { name: this.#text.slice(tagStart, tagEnd), start: tagStart };
  }

  #scalar(event: ScalarEvent, before: number): ScalarNode {
    const tag = this.#tagOf(event);
    if (event.valueStart < 0) {
      const at = tag ? event.tagEnd : before;
      return this.#builder.scalar(at, at, '', this.#builder.styleOf('plain', tag));
    }
    const style = styles.get(event.style) ?? 'plain';
    const [start, end] = this.#spanOf(event, style);
    return this.#builder.scalar(start, end, getScalarValue(this.#text, event), this.#builder.styleOf(style, tag));
  }

  #spanOf({ valueStart, valueEnd }: ScalarEvent, style: ScalarStyle): [number, number] {
    if (style === 'block') return blockScalarSpan(this.#text, valueStart, valueEnd);
    return style === 'quoted' ? [valueStart - 1, valueEnd + 1] : [valueStart, valueEnd];
  }

  #list({ start, style }: SequenceEvent): Node {
    const items: Node[] = [];
    let end = start + 1;
    while (!this.#isPop()) {
      const item = this.#node(items.length > 0 && this.#isEmpty() ? behindNextDash(this.#text, end) : end);
      items.push(item);
      end = item.end;
    }
    this.#at++;
    if (style === COLLECTION_STYLE.FLOW) return this.#builder.list(start, flowEnd(this.#text, end, ']'), items, 'flow');
    return this.#builder.list(start, end, items, 'block');
  }

  #map({ start, style }: MappingEvent): Node {
    const entries: Entry[] = [];
    let end = start + 1;
    while (!this.#isPop()) {
      const entry = this.#entry(end);
      entries.push(entry);
      end = Math.max(entry.key.end, entry.value.end);
    }
    this.#at++;
    const isPair = entries[0]?.key.start === start;
    const isBraced = style === COLLECTION_STYLE.FLOW && this.#text[start] === '{' && !isPair;
    if (isBraced) return this.#builder.map(start, flowEnd(this.#text, end, '}'), entries, 'flow');
    const kind = style === COLLECTION_STYLE.FLOW ? 'flow' : 'block';
    return this.#builder.map(entries[0]?.key.start ?? start, end, entries, kind);
  }

  #entry(before: number): Entry {
    const key = this.#builder.keyOf(this.#node(before), this.#text);
    return { key, value: this.#node(key.end) };
  }

  /** Nothing is written at the cursor. */
  #isEmpty(): boolean {
    const event = this.#events[this.#at];
    return event?.type === EVENT_ID.SCALAR && event.valueStart < 0;
  }

  #isPop(): boolean {
    const event = this.#events[this.#at];
    return event === undefined || event.type === EVENT_ID.POP;
  }
}

const styles: ReadonlyMap<number, ScalarStyle> = new Map([
  [SCALAR_STYLE.PLAIN, 'plain'],
  [SCALAR_STYLE.SINGLE_QUOTED, 'quoted'],
  [SCALAR_STYLE.DOUBLE_QUOTED, 'quoted'],
  [SCALAR_STYLE.LITERAL_BLOCK, 'block'],
  [SCALAR_STYLE.FOLDED_BLOCK, 'block'],
]);
