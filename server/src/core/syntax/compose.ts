import type { ReadBlock } from './blocks.ts';
import { adopt, newSection } from './build.ts';
import { type Document, endOf, type Language, newDocument, startOf } from './document.ts';
import { LiveRuns } from './liveRuns.ts';
import type { Entry, MapNode, Section } from './node.ts';
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
  /** Those of the blocks that were composed last. */
  #sections: readonly Section[] = [];
  /** Which of them is the first resource. */
  #firstResource = 0;

  constructor(language: Language) {
    this.#language = language;
    this.#root = emptyMap(language);
    this.#resources = { ...emptyMap(language), runs: new LiveRuns() };
  }

  /** How many blocks were composed last. */
  get count(): number {
    return this.#sections.length;
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
    this.#sections = blocks.map((block) => block.section);
    this.#firstResource = blocks.findIndex(({ level }) => level === 'resource');
    return this.#document(source);
  }

  /**
   * The document with another resource in place of one: it costs the run that it stands in, and no look at other resources.
   * Also what puts the one of before back, which leaves all as it was.
   */
  replace(source: SourceText, index: number, { section, entry }: ReadBlock): [document: Document, undo: () => void] {
    const at = index - this.#firstResource;
    const { entries, section: whole } = this.#resources;
    const sections = this.#sections;
    const giveBack = this.#resources.runs.replace(at, entry);
    adopt([entry], this.#resources);
    this.#sections = sections.with(index, section);
    this.#refill(entries.with(at, entry), newSection(0, source.length));
    const undo = () => {
      giveBack();
      this.#sections = sections;
      this.#refill(entries, whole);
    };
    return [this.#document(source), undo];
  }

  #refill(resources: Entry[], section: Section): void {
    fill(this.#resources, resources, section);
    fill(this.#root, this.#root.entries, section);
  }

  #document(source: SourceText): Document {
    return newDocument(source, this.#language, this.#sections, [this.#root]);
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
