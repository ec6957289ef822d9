import type { ReadBlock } from './blocks.ts';
import { newSection } from './build.ts';
import { lastFrom } from './lastFrom.ts';
import type { SectionGroup } from './movingSection.ts';
import { growthOf, type TextEdit } from './textEdit.ts';

/** The blocks of a text that is edited: each moved to where it is now, and which of them are to be read again. */
export class LiveBlocks {
  #list: readonly ReadBlock[] = [];
  /** The groups that the sections of the list are in: an edit moves those behind its own, and in its own one by one. */
  #groups: readonly SectionGroup[] = [];
  /** How many blocks make a group. */
  #groupLength = 1;
  readonly #touched = new Set<ReadBlock>();
  #isTorn = false;

  /** In the order of the text. */
  get list(): readonly ReadBlock[] {
    return this.#list;
  }

  /** Those whose text has changed since they were read. */
  get touched(): ReadonlySet<ReadBlock> {
    return this.#touched;
  }

  /** True where an edit lay between blocks, or in some that nothing can be read from together: the text is to be cut again. */
  get isTorn(): boolean {
    return this.#isTorn;
  }

  /** Takes the blocks as they were read from the text as it is. */
  reset(list: readonly ReadBlock[]): void {
    this.#take(list);
    this.#touched.clear();
    this.#isTorn = false;
  }

  /** Takes a block that was read from the text as it is, in place of the only one that was touched. */
  replace(index: number, block: ReadBlock): void {
    this.#list = this.#list.with(index, block);
    this.#join(block, index);
    this.#touched.clear();
  }

  /** Where a block of the list stands in it. */
  indexOfBlock(block: ReadBlock): number {
    const index = this.#indexAt(block.section.base);
    return this.#list[index] === block ? index : this.#list.indexOf(block);
  }

  edit(edit: TextEdit): void {
    const first = this.#indexAt(edit.start);
    const last = this.#lastAt(first, edit.end);
    const block = last === undefined ? undefined : this.#joined(first, last, edit.start);
    if (block) this.#stretch(block, edit);
    else this.#tear(edit);
  }

  /** Where the one block stands that an edit lies in; undefined where it lies in none, or in more. */
  indexOf({ start, end }: TextEdit): number | undefined {
    const index = this.#indexAt(start);
    const section = this.#list[index]?.section;
    return section && section.base <= start && end <= section.base + section.length ? index : undefined;
  }

  /** Moves the blocks behind one, by so many UTF-16 units. */
  moveBehind(index: number, by: number): void {
    const group = Math.floor(index / this.#groupLength);
    const end = Math.min((group + 1) * this.#groupLength, this.#list.length);
    for (let behind = index + 1; behind < end; behind++) {
      const section = this.#list[behind]?.section;
      if (section) section.base += by;
    }
    for (const later of this.#groups.slice(group + 1)) later.base += by;
  }

  #take(list: readonly ReadBlock[]): void {
    this.#list = list;
    this.#groupLength = Math.ceil(Math.sqrt(list.length));
    this.#groups = Array.from({ length: Math.ceil(list.length / this.#groupLength) || 0 }, () => ({ base: 0 }));
    for (const [index, block] of list.entries()) this.#join(block, index);
  }

  #join({ section }: ReadBlock, index: number): void {
    const group = this.#groups[Math.floor(index / this.#groupLength)];
    if (group) section.join(group);
  }

  /** The last block that begins at or before an offset; the first where none does. */
  #indexAt(offset: number): number {
    return Math.max(
      0,
      lastFrom(this.#list, ({ section }) => section.base, offset),
    );
  }

  /** The first block from one on that doesn't end before an offset; undefined where all do. */
  #lastAt(from: number, offset: number): number | undefined {
    for (let index = from; index < this.#list.length; index++) {
      const section = this.#list[index]?.section;
      if (section && offset <= section.base + section.length) return index;
    }
    return undefined;
  }

  /** Some blocks as the one that they are to be read as; undefined where they can't be, or the offset is before them. */
  #joined(first: number, last: number, offset: number): ReadBlock | undefined {
    const blocks = this.#list.slice(first, last + 1);
    const [block] = blocks;
    const end = blocks.at(-1)?.section;
    if (!block || !end || offset < block.section.base) return undefined;
    if (blocks.length === 1) return block;
    if (blocks.some(({ level }) => level !== 'member')) return undefined;
    const { base } = block.section;
    const joined = { ...block, section: newSection(base, end.base + end.length - base) };
    for (const each of blocks) this.#touched.delete(each);
    this.#take(this.#list.toSpliced(first, blocks.length, joined));
    return joined;
  }

  #stretch(block: ReadBlock, edit: TextEdit): void {
    const grown = growthOf(edit);
    this.#touched.add(block);
    block.section.length += grown;
    this.moveBehind(this.indexOfBlock(block), grown);
  }

  /** Lets go of the blocks that an edit reaches into. */
  #tear(edit: TextEdit): void {
    this.#isTorn = true;
    const left = this.#list.filter(({ section }) => {
      if (section.base + section.length <= edit.start) return true;
      const isBehind = section.base >= edit.end;
      if (isBehind) section.base += growthOf(edit);
      return isBehind;
    });
    this.#take(left);
  }
}
