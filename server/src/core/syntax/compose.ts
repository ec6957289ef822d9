import type { ReadBlock } from './blocks.ts';
import { adopt, newSection } from './build.ts';
import { type Document, endOf, newDocument, startOf } from './document.ts';
import type { Language } from './language.ts';
import { LiveRuns } from './liveRuns.ts';
import type { Entry, MapNode, Section } from './node.ts';
import type { SourceText } from './sourceText.ts';

type Filled<T> = { -readonly [Key in keyof T]: T[Key] };

/** A map that no block holds, with the entries of some that stand one behind the other. */
type OpenedMap = Filled<MapNode> & { readonly runs: LiveRuns };

/** A section that is opened, where its members stand among the blocks. */
interface Opened {
  readonly map: OpenedMap;
  readonly first: number;
  readonly entries: Entry[];
}

/**
 * Puts the tree of a template together from the entries of its blocks, as if the text had been read in one. The maps that no
 * block holds are made once and filled anew after each edit.
 */
export class TemplateComposer {
  readonly #language: Language;
  readonly #root: Filled<MapNode>;
  /** Of the sections that were ever opened, by their keys. */
  readonly #maps = new Map<string, OpenedMap>();
  /** Those of the blocks that were composed last. */
  #sections: readonly Section[] = [];
  #opened: readonly Opened[] = [];

  constructor(language: Language) {
    this.#language = language;
    this.#root = emptyMap(language);
  }

  /** How many blocks were composed last. */
  get count(): number {
    return this.#sections.length;
  }

  compose(source: SourceText, blocks: readonly ReadBlock[]): Document {
    const section = newSection(0, source.length);
    const entries: Entry[] = [];
    const opened: Opened[] = [];
    for (const [index, { level, entry }] of blocks.entries()) {
      if (level === 'member') {
        opened.at(-1)?.entries.push(entry);
      } else if (level === 'head') {
        const map = this.#mapOf(entry.key.text);
        opened.push({ map, first: index + 1, entries: [] });
        entries.push({ key: entry.key, value: map });
      } else {
        entries.push(entry);
      }
    }
    for (const { map, entries: members } of opened) {
      fill(map, members, section);
      for (const run of map.runs.update(members)) adopt(run, map);
    }
    fill(this.#root, entries, section);
    adopt(entries, this.#root);
    this.#sections = blocks.map((block) => block.section);
    this.#opened = opened;
    return this.#document(source);
  }

  /**
   * The document with another member in place of one: it costs the run that it stands in, and no look at other members.
   * Also what puts the one of before back, which leaves all as it was.
   */
  replace(source: SourceText, index: number, { section, entry }: ReadBlock): [document: Document, undo: () => void] {
    const [opened, ...behind] = this.#openedFrom(index);
    if (!opened) throw new RangeError(`There is no member ${index}`);
    const { map } = opened;
    const at = index - opened.first;
    const { entries, section: whole } = map;
    const sections = this.#sections;
    const giveBack = map.runs.replace(at, entry);
    adopt([entry], map);
    this.#sections = sections.with(index, section);
    this.#refill(map, entries.with(at, entry), behind, newSection(0, source.length));
    const undo = () => {
      giveBack();
      this.#sections = sections;
      this.#refill(map, entries, behind, whole);
    };
    return [this.#document(source), undo];
  }

  /** The section that a member stands in, by where that stands among the blocks, and those behind it. */
  #openedFrom(index: number): readonly Opened[] {
    const at = this.#opened.findLastIndex(({ first }) => first <= index);
    return at < 0 ? [] : this.#opened.slice(at);
  }

  #mapOf(key: string): OpenedMap {
    const map = this.#maps.get(key) ?? { ...emptyMap(this.#language), runs: new LiveRuns() };
    this.#maps.set(key, map);
    return map;
  }

  /** Fills a map with other entries, and those behind it, which have moved, with their own. */
  #refill(map: OpenedMap, members: Entry[], behind: readonly Opened[], section: Section): void {
    fill(map, members, section);
    for (const moved of behind) fill(moved.map, moved.map.entries, section);
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
