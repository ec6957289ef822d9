import { resolve } from '../access.ts';
import { TreeBuilder } from '../build.ts';
import type { Node, ScalarNode, ScalarStyle } from '../node.ts';
import { isCoreTag, isLookTag, isStringTag, longNameOf } from './shortTags.ts';

/** A tag as it stands in the text. */
export interface TagAt {
  readonly name: string;
  readonly start: number;
}

/** What the YAML readers share: what tags, anchors and styles make of a node. */
export class YamlBuilder extends TreeBuilder {
  readonly #anchors = new Map<string, Node>();

  /** Anchors don't reach from one document into the next. */
  forgetAnchors(): void {
    this.#anchors.clear();
  }

  /** An alias (`*name`); its target is known only if its anchor is complete, so no tree holds itself. */
  aliasTo(start: number, name: string): Node {
    return this.alias(start, start + 1 + name.length, name, this.#anchors.get(name));
  }

  /** Gives a node its tag and anchor, after its content. */
  finish(node: Node, tag: TagAt | undefined, anchor: string | undefined): Node {
    const tagged = tag ? this.#tagged(node, tag) : node;
    if (anchor !== undefined) this.#anchors.set(anchor, tagged);
    return tagged;
  }

  /** A key: a scalar as it is, an alias by what it stands for, anything else by its source. */
  keyOf(node: Node, source: string): ScalarNode {
    const target = resolve(node);
    if (node.kind === 'scalar') return node;
    const text = target?.kind === 'scalar' ? target.text : source.slice(node.start, node.end);
    return this.scalar(node.start, node.end, text, 'plain');
  }

  /** The style that a scalar on its line gets from its tag, which says more of its type than its quotes do. */
  styleOf(style: ScalarStyle, tag: TagAt | undefined): ScalarStyle {
    if (tag && style === 'plain' && isStringTag(tag.name)) return 'quoted';
    return tag && style === 'quoted' && isLookTag(tag.name) ? 'plain' : style;
  }

  #tagged(node: Node, { name, start }: TagAt): Node {
    const long = longNameOf(name);
    if (long) return this.shortTag(start, start + name.length, long, node);
    if (!isCoreTag(name) && !isStringTag(name)) node.tag = name;
    return node;
  }
}

/** True where a text holds no more than comments, and perhaps the `---` of a document. */
export function isBlank(roots: readonly Node[]): boolean {
  return roots.length === 1 && roots[0]?.kind === 'scalar' && roots[0].end === 0 && roots[0].text === '';
}

/** The span of a block scalar's text: from the line behind its header to the end of its last line that isn't blank. */
export function blockScalarSpan(text: string, contentStart: number, contentEnd: number): [number, number] {
  const content = text.slice(contentStart, contentEnd);
  const start = contentStart + Math.max(0, content.search(/\S/));
  const end = contentStart + content.trimEnd().length;
  return start <= end ? [start, end] : [contentStart, contentStart];
}

const nextDash = /[\r\n][ \t]*-(?=\s|$)/g;

/** Where an item that isn't written is said to stand: behind its dash, the first behind the item before it. */
export function behindNextDash(text: string, from: number): number {
  nextDash.lastIndex = from;
  return nextDash.test(text) ? nextDash.lastIndex : from;
}

/** The end of a flow collection: behind its closing bracket, which stands behind its last child. */
export function flowEnd(text: string, from: number, close: ']' | '}'): number {
  let at = from;
  while (at < text.length && text[at] !== close) {
    const isComment = text[at] === '#' && /\s/.test(text[at - 1] ?? ' ');
    if (isComment) {
      const newline = text.indexOf('\n', at);
      at = newline === -1 ? text.length : newline;
    } else {
      at++;
    }
  }
  return Math.min(at + 1, text.length);
}
