import { only } from './access.ts';
import type { BlockReader, Cut, ReadBlock } from './blocks.ts';
import { TemplateComposer } from './compose.ts';
import type { Document } from './document.ts';
import { jsonReader } from './json/jsonReader.ts';
import type { Language } from './language.ts';
import { LiveBlocks } from './liveBlocks.ts';
import type { SourceText } from './sourceText.ts';
import { growthOf, type TextEdit } from './textEdit.ts';
import { yamlReader } from './yaml/yamlReader.ts';

/** How a reading was come by: of the touched blocks alone, of a text that was cut again, of the text as one. */
export type Way = 'blocks' | 'cut' | 'whole';

const readers: Readonly<Record<Language, BlockReader>> = { json: jsonReader, yaml: yamlReader };

/**
 * A text that is edited, and the document it is. What an edit touches is read again, when the document is next asked for;
 * the blocks behind it move, and every other tree stays the very same nodes. The document is equal to that of a fresh
 * reading of the text.
 *
 * Only the newest document is good: the sections it shares with those before have moved on.
 */
export class LiveDocument {
  readonly #language: Language;
  readonly #reader: BlockReader;
  readonly #composer: TemplateComposer;
  readonly #blocks = new LiveBlocks();
  #source: SourceText;
  /** How the text was last cut; undefined while it is read as one. */
  #cut: Cut | undefined;
  #document: Document | undefined;
  #way: Way = 'whole';

  constructor(source: SourceText, language: Language) {
    this.#source = source;
    this.#language = language;
    this.#reader = readers[language];
    this.#composer = new TemplateComposer(language);
  }

  /** The document as the text is now. Never throws. */
  get document(): Document {
    this.#document ??= this.#readTouched() ?? this.#cutAgain() ?? this.#readWhole();
    return this.#document;
  }

  /** How the document was come by. */
  get way(): Way {
    return this.#way;
  }

  /** Takes an edit and the text that it makes. */
  edit(edit: TextEdit, edited: SourceText): void {
    this.#source = edited;
    this.#document = undefined;
    this.#blocks.edit(edit);
  }

  /**
   * Gives some work the document that an edit would make: at the cost of the block that the edit lies in, where it leaves
   * the others as they are. What the work is given is good until it returns; then all is as it was.
   */
  tryEdit<T>(edit: TextEdit, work: (document: Document) => T): T {
    // What has been edited before is read first.
    const edited = this.document.source.edited(edit);
    const grown = growthOf(edit);
    const index = this.#blocks.indexOf(edit) ?? -1;
    const read = this.#readInPlace(index, edited, grown);
    if (!this.#cut || !read) return work(new LiveDocument(edited, this.#language).document);
    this.#blocks.moveBehind(index, grown);
    const [document, undo] = this.#with(read, index, edited);
    try {
      return work(this.#reader.complete(document, this.#cut));
    } finally {
      this.#blocks.moveBehind(index, -grown);
      undo();
    }
  }

  /** The blocks that the one there would be in a text; undefined where only a reading of the whole can tell. */
  #readInPlace(index: number, source: SourceText, grown: number): readonly ReadBlock[] | undefined {
    const { list } = this.#blocks;
    const block = list[index];
    const read = block && this.#cut && this.#readAgain(block, source, this.#cut, grown);
    if (!read || !isComplete(read)) return undefined;
    return only(read) || list.toSpliced(index, 1, ...read).every(isFilled) ? read : undefined;
  }

  /** The document with some blocks in the place of one, and what makes it again what it was. */
  #with(read: readonly ReadBlock[], index: number, source: SourceText): [document: Document, undo: () => void] {
    const { list } = this.#blocks;
    const block = only(read);
    if (block && this.#isReplaceable(block)) return this.#composer.replace(source, index, block);
    const document = this.#composer.compose(source, list.toSpliced(index, 1, ...read));
    return [document, () => this.#composer.compose(this.#source, list)];
  }

  /** Reads the touched blocks again, if the others are still where they were cut; undefined where only a new cut can tell. */
  #readTouched(): Document | undefined {
    const cut = this.#cut;
    const { isTorn, touched } = this.#blocks;
    if (!cut || isTorn) return undefined;
    let blocks = this.#blocks.list;
    for (const block of touched) {
      const read = this.#readAgain(block, this.#source, cut);
      // What can't be read alone may be cut otherwise when the blocks around it are looked at, too.
      if (!read || !isComplete(read)) return undefined;
      const index = blocks === this.#blocks.list ? this.#blocks.indexOfBlock(block) : blocks.indexOf(block);
      const same = touched.size === 1 ? only(read) : undefined;
      if (same && this.#isReplaceable(same)) return this.#putIn(index, same, cut);
      blocks = blocks.slice(0, index).concat(read, blocks.slice(index + 1));
    }
    if (!blocks.every(isFilled)) return undefined;
    return this.#compose(blocks, cut, blocks.length === this.#blocks.list.length ? 'blocks' : 'cut');
  }

  /** True for a member that stands in the place of one, while all blocks are those that were composed last. */
  #isReplaceable({ level }: ReadBlock): boolean {
    return level === 'member' && this.#composer.count === this.#blocks.list.length;
  }

  /** It costs no look at the other blocks. */
  #putIn(index: number, block: ReadBlock, cut: Cut): Document {
    this.#blocks.replace(index, block);
    this.#way = 'blocks';
    const [document] = this.#composer.replace(this.#source, index, block);
    return this.#reader.complete(document, cut);
  }

  /**
   * The blocks that a block's text has become, where it has grown by so many UTF-16 units; undefined among them is one for
   * which the text has to be read as one. Undefined where others might be cut elsewhere now.
   */
  #readAgain(
    { level, indent, section: { base, length } }: ReadBlock,
    source: SourceText,
    cut: Cut,
    grown = 0,
  ): (ReadBlock | undefined)[] | undefined {
    const end = base + length + grown;
    const text = source.slice(base, end);
    return this.#reader
      .recut(text, { level, indent }, { isLast: end === source.length, isSound: cut.isSound })
      ?.map((piece) => this.#reader.read(text.slice(piece.start, piece.end), piece, base + piece.start, cut));
  }

  /** Cuts the text again and reads the blocks that are new. */
  #cutAgain(): Document | undefined {
    const text = this.#source.toString();
    const cut = this.#reader.cut(text);
    if (!cut) return undefined;
    const reusable = this.#untouched(cut);
    const blocks: ReadBlock[] = [];
    for (const place of cut.blocks) {
      const { level, indent, start, end } = place;
      const old = reusable.get(start);
      const isSame = old?.level === level && old.indent === indent && old.section.length === end - start;
      const block = isSame ? old : this.#reader.read(text.slice(start, end), place, start, cut);
      if (!block) return undefined;
      blocks.push(block);
    }
    return this.#compose(blocks, cut, 'cut');
  }

  /** The blocks that are as they were read, by where they begin. */
  #untouched({ isSound }: Cut): Map<number, ReadBlock> {
    const { list, touched } = this.#blocks;
    const untouched = list.filter((block) => block.isSound === isSound && !touched.has(block));
    return new Map(untouched.map((block) => [block.section.base, block]));
  }

  #compose(blocks: readonly ReadBlock[], cut: Cut, way: Way): Document {
    this.#keep(blocks, cut, way);
    return this.#reader.complete(this.#composer.compose(this.#source, blocks), cut);
  }

  #readWhole(): Document {
    this.#keep([], undefined, 'whole');
    return this.#reader.readWhole(this.#source);
  }

  #keep(blocks: readonly ReadBlock[], cut: Cut | undefined, way: Way): void {
    this.#blocks.reset(blocks);
    this.#cut = cut;
    this.#way = way;
  }
}

function isComplete(read: readonly (ReadBlock | undefined)[]): read is ReadBlock[] {
  return !read.includes(undefined);
}

/** A section that is opened has a member: without any it is no map. */
function isFilled({ level }: ReadBlock, index: number, blocks: readonly ReadBlock[]): boolean {
  return level !== 'head' || blocks[index + 1]?.level === 'member';
}
