import type { BlockReader, Cut, ReadBlock } from './blocks.ts';
import { TemplateComposer } from './compose.ts';
import type { Document, Language } from './document.ts';
import { jsonReader } from './json/jsonReader.ts';
import type { SourceText, TextEdit } from './sourceText.ts';
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
  readonly #reader: BlockReader;
  readonly #composer: TemplateComposer;
  #source: SourceText;
  /** How the text was last cut; undefined while it is read as one. */
  #cut: Cut | undefined;
  /** The blocks as they were read, each moved to where it is now. */
  #blocks: ReadBlock[] = [];
  /** Those of them whose text has changed since, and where they stand among them while the cut holds. */
  readonly #touched = new Map<ReadBlock, number>();
  #document: Document | undefined;
  #way: Way = 'whole';

  constructor(source: SourceText, language: Language) {
    this.#source = source;
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
    const index = this.#indexAt(edit);
    if (index === undefined) this.#loosen(edit);
    else this.#stretch(index, edit);
  }

  /** The block that an edit lies in; undefined where it lies between blocks, or in more than one. */
  #indexAt({ start, end }: TextEdit): number | undefined {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.section.base ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const section = this.#blocks[low]?.section;
    return section && section.base <= start && end <= section.base + section.length ? low : undefined;
  }

  #stretch(index: number, edit: TextEdit): void {
    const block = this.#blocks[index];
    if (!block) return;
    const grown = growthOf(edit);
    this.#touched.set(block, index);
    block.section.length += grown;
    for (let behind = index + 1; behind < this.#blocks.length; behind++) {
      const section = this.#blocks[behind]?.section;
      if (section) section.base += grown;
    }
  }

  /** Lets go of the blocks that an edit reaches into: the text is to be cut again. */
  #loosen(edit: TextEdit): void {
    this.#cut = undefined;
    this.#blocks = this.#blocks.filter(({ section }) => {
      if (section.base + section.length <= edit.start) return true;
      const isBehind = section.base >= edit.end;
      if (isBehind) section.base += growthOf(edit);
      return isBehind;
    });
  }

  /** Reads the touched blocks again, if each of them still is one. */
  #readTouched(): Document | undefined {
    const cut = this.#cut;
    if (!cut) return undefined;
    const blocks = [...this.#blocks];
    for (const [block, index] of this.#touched) {
      const { base, length } = block.section;
      const end = base + length;
      const text = this.#source.slice(base, end);
      if (!this.#reader.isStill(text, block.level, cut, end === this.#source.length)) return undefined;
      const read = this.#reader.read(text, block.level, base, cut);
      if (!read) return this.#readWhole();
      blocks[index] = read;
    }
    return this.#compose(blocks, cut, 'blocks');
  }

  /** Cuts the text again and reads the blocks that are new. */
  #cutAgain(): Document | undefined {
    const text = this.#source.toString();
    const cut = this.#reader.cut(text);
    if (!cut) return undefined;
    const reusable = this.#untouched(cut);
    const blocks: ReadBlock[] = [];
    for (const { level, start, end } of cut.blocks) {
      const old = reusable.get(start);
      const isSame = old?.level === level && old.section.length === end - start;
      const block = isSame ? old : this.#reader.read(text.slice(start, end), level, start, cut);
      if (!block) return undefined;
      blocks.push(block);
    }
    return this.#compose(blocks, cut, 'cut');
  }

  /** The blocks that are as they were read, by where they begin. */
  #untouched({ isSound }: Cut): Map<number, ReadBlock> {
    const untouched = this.#blocks.filter((block) => block.isSound === isSound && !this.#touched.has(block));
    return new Map(untouched.map((block) => [block.section.base, block]));
  }

  #compose(blocks: ReadBlock[], cut: Cut, way: Way): Document {
    this.#keep(blocks, cut, way);
    return this.#reader.complete(this.#composer.compose(this.#source, blocks), cut);
  }

  #readWhole(): Document {
    this.#keep([], undefined, 'whole');
    return this.#reader.readWhole(this.#source);
  }

  #keep(blocks: ReadBlock[], cut: Cut | undefined, way: Way): void {
    this.#blocks = blocks;
    this.#touched.clear();
    this.#cut = cut;
    this.#way = way;
  }
}

function growthOf({ start, end, newText }: TextEdit): number {
  return newText.length - (end - start);
}
