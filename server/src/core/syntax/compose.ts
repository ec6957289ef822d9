import { newSection, TreeBuilder } from './build.ts';
import { type Document, endOf, type Language, startOf } from './document.ts';
import type { Entry, MapNode, Section } from './node.ts';

/** A piece of a template that is read on its own, by its offsets in the text. */
export interface Block {
  /** `head` is the key `Resources` alone. */
  readonly level: 'top' | 'head' | 'resource';
  readonly start: number;
  readonly end: number;
}

/** A block that has been read. */
export interface ReadBlock {
  readonly level: Block['level'];
  readonly section: Section;
  readonly entry: Entry;
}

/** The tree of a template from the entries of its blocks, as if the text had been read in one. */
export function composeTemplate(text: string, language: Language, blocks: readonly ReadBlock[]): Document {
  const builder = new TreeBuilder(newSection(0, text.length));
  const style = language === 'json' ? 'flow' : 'block';
  const resources = blocks.filter(({ level }) => level === 'resource').map(({ entry }) => entry);
  const entries = blocks.flatMap(({ level, entry }): Entry[] => {
    if (level === 'resource') return [];
    return level === 'head' ? [{ key: entry.key, value: mapOf(builder, resources, style) }] : [entry];
  });
  const sections = blocks.map(({ section }) => section);
  return { language, text, sections, roots: [mapOf(builder, entries, style)] };
}

function mapOf(builder: TreeBuilder, entries: Entry[], style: MapNode['style']): MapNode {
  const first = entries[0]?.key;
  const last = entries.at(-1)?.value;
  return builder.map(first ? startOf(first) : 0, last ? endOf(last) : 0, entries, style);
}
