import type { ReadBlock } from './blocks.ts';
import { adopt, newSection } from './build.ts';
import { type Document, endOf, type Language, newDocument, startOf } from './document.ts';
import { LiveRuns } from './liveRuns.ts';
import type { Entry, MapNode } from './node.ts';
import type { SourceText } from './sourceText.ts';

type Filled<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Puts the tree of a template together from the entries of its blocks, as if the text had been read in one. The two maps
 * that no block holds are made once and filled anew after each edit.
 */
export class TemplateComposer {
  readonly #language: Language;
  readonly #root: Filled<MapNode>;
  readonly #resources: Filled<MapNode> & { readonly runs: LiveRuns };

  constructor(language: Language) {
    this.#language = language;
    this.#root = emptyMap(language);
    this.#resources = { ...emptyMap(language), runs: new LiveRuns() };
  }

  compose(source: SourceText, blocks: readonly ReadBlock[]): Document {
    const section = newSection(0, source.length);
    const entries: Entry[] = [];
    const resources: Entry[] = [];
    for (const { level, entry } of blocks) {
      if (level === 'resource') resources.push(entry);
      else entries.push(level === 'head' ? { key: entry.key, value: this.#resources } : entry);
    }
    fill(this.#resources, resources, section);
    for (const run of this.#resources.runs.update(resources)) adopt(run, this.#resources);
    fill(this.#root, entries, section);
    adopt(entries, this.#root);
    const sections = blocks.map((block) => block.section);
    return newDocument(source, this.#language, sections, [this.#root]);
  }
}

function emptyMap(language: Language): MapNode {
  const style = language === 'json' ? 'flow' : 'block';
  return { kind: 'map', section: newSection(0, 0), start: 0, end: 0, entries: [], style, parent: undefined };
}

function fill(map: Filled<MapNode>, entries: Entry[], section: MapNode['section']): void {
  const first = entries[0]?.key;
  const last = entries.at(-1)?.value;
  map.entries = entries;
  map.section = section;
  map.start = first ? startOf(first) : 0;
  map.end = last ? endOf(last) : 0;
}
