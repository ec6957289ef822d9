import type { ReadBlock } from './blocks.ts';
import { newSection, TreeBuilder } from './build.ts';
import { type Document, endOf, type Language, newDocument, startOf } from './document.ts';
import type { Entry, MapNode } from './node.ts';
import type { SourceText } from './sourceText.ts';

/** The tree of a template from the entries of its blocks, as if the text had been read in one. */
export function composeTemplate(source: SourceText, language: Language, blocks: readonly ReadBlock[]): Document {
  const builder = new TreeBuilder(newSection(0, source.length));
  const style = language === 'json' ? 'flow' : 'block';
  const resources = blocks.filter(({ level }) => level === 'resource').map(({ entry }) => entry);
  const entries = blocks.flatMap(({ level, entry }): Entry[] => {
    if (level === 'resource') return [];
    return level === 'head' ? [{ key: entry.key, value: mapOf(builder, resources, style) }] : [entry];
  });
  const sections = blocks.map(({ section }) => section);
  return newDocument(source, language, sections, [mapOf(builder, entries, style)]);
}

function mapOf(builder: TreeBuilder, entries: Entry[], style: MapNode['style']): MapNode {
  const first = entries[0]?.key;
  const last = entries.at(-1)?.value;
  return builder.map(first ? startOf(first) : 0, last ? endOf(last) : 0, entries, style);
}
