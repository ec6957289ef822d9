import type { BlockKind, BlockReader, Cut, ReadBlock } from '../blocks.ts';
import { newSection } from '../build.ts';
import { contentStart } from '../byteOrderMark.ts';
import { type Document, newDocument } from '../document.ts';
import type { Section, SyntaxFault } from '../node.ts';
import type { SourceText } from '../sourceText.ts';
import { jsonBlocks, recutBlock } from './jsonBlocks.ts';
import { JsonParser } from './jsonParser.ts';

/** Reads JSON; comments and trailing commas are no fault. */
export const jsonReader: BlockReader = {
  cut: jsonBlocks,
  recut: recutBlock,
  read: readBlock,
  complete,
  readWhole,
};

function complete(document: Document, { isSound }: Cut): Document {
  if (isSound) return document;
  const { source, sections, roots } = document;
  return newDocument(source, 'json', [looseSection(document), ...sections], roots);
}

/** What is broken can lie between blocks that each are right. It costs a reading of the whole, so nobody looks in vain. */
function looseSection({ source, sections }: Document): Section {
  let errors: SyntaxFault[] | undefined;
  return {
    base: 0,
    length: source.length,
    memory: undefined,
    get errors() {
      errors ??= sections.some((section) => section.errors.length > 0) ? [] : firstFault(source);
      return errors;
    },
  };
}

function firstFault(source: SourceText): SyntaxFault[] {
  const [whole] = readWhole(source).sections;
  return whole ? whole.errors.slice(0, 1).map(({ offset, message }) => ({ offset: whole.base + offset, message })) : [];
}

function readWhole(source: SourceText): Document {
  const text = source.toString();
  const base = contentStart(text);
  const section = newSection(base, text.length - base);
  const root = new JsonParser(text.slice(base), section).value();
  return newDocument(source, 'json', [section], root ? [root] : []);
}

function readBlock(text: string, { level, indent }: BlockKind, base: number, { isSound }: Cut): ReadBlock | undefined {
  const section = newSection(base, text.length);
  const parser = new JsonParser(text, section);
  const entry = parser.member();
  if (isSound) parser.end();
  // The key of a section that is opened is cut off before its colon.
  if (level === 'head') section.errors.length = 0;
  return entry && { level, indent, section, entry, isSound };
}
