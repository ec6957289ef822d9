import type { Document } from './document.ts';
import type { MovingSection } from './movingSection.ts';
import type { Entry } from './node.ts';
import type { SourceText } from './sourceText.ts';

/** The sections of a template whose members are blocks of their own: most of what a template is, and all that a resource rests on. */
export const openedSections = ['Parameters', 'Mappings', 'Conditions', 'Resources'] as const;

/** What a piece of a template is. */
export interface BlockKind {
  readonly level: BlockLevel;
  /** How far its key is indented, in UTF-16 units, where that is what tells the blocks apart; else 0. */
  readonly indent: number;
}

/** A section as a whole, the key alone of one that is opened, or a member of that. */
export type BlockLevel = 'top' | 'head' | 'member';

/** A piece of a template that is read on its own, by its offsets in the text. */
export interface Block extends BlockKind {
  readonly start: number;
  readonly end: number;
}

/** A template cut into blocks, in the order of the text. */
export interface Cut {
  readonly blocks: readonly Block[];
  /** False where the text as a whole is broken, so that the blocks had to be guessed. */
  readonly isSound: boolean;
}

/** What of the text around a block matters when it is cut again. */
export interface TextAround {
  /** True where the whole text ends with it. */
  readonly isLast: boolean;
  /** As of the cut. */
  readonly isSound: boolean;
}

/** A block that has been read. */
export interface ReadBlock extends BlockKind {
  readonly section: MovingSection;
  readonly entry: Entry;
  /** Whether it was read as a block of a sound cut. */
  readonly isSound: boolean;
}

/** What a language must know to be read block by block. All of it works on texts alone and throws nothing. */
export interface BlockReader {
  /** The blocks of a text; undefined where it has to be read as one. */
  cut(text: string): Cut | undefined;
  /**
   * The blocks that the new text of a block is by itself, by their offsets in it: usually one, none where all of it was
   * deleted. Undefined where others might be cut elsewhere now.
   */
  recut(text: string, kind: BlockKind, around: TextAround): readonly Block[] | undefined;
  /** Reads a block that begins at `base`; undefined where it turns out that the text has to be read as one. */
  read(text: string, kind: BlockKind, base: number, cut: Cut): ReadBlock | undefined;
  /** The document that its blocks made, with what of a text can only be seen as a whole. */
  complete(document: Document, cut: Cut): Document;
  /** Reads a text as one. */
  readWhole(source: SourceText): Document;
}
