import { newSection } from '../build.ts';
import { type Block, composeTemplate, type ReadBlock } from '../compose.ts';
import type { Document } from '../document.ts';
import { jsonBlocks } from './jsonBlocks.ts';
import { JsonParser } from './jsonParser.ts';

/** Reads JSON; comments and trailing commas are no fault. Never throws. */
export function readJson(text: string): Document {
  const blocks = jsonBlocks(text)?.map((block) => readBlock(text, block));
  const read = blocks?.filter((block) => block !== undefined);
  if (read && read.length === blocks?.length) return composeTemplate(text, 'json', read);
  return readWhole(text);
}

function readWhole(text: string): Document {
  const base = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const section = newSection(base, text.length - base);
  const root = new JsonParser(text.slice(base), section).value();
  return { language: 'json', text, sections: [section], roots: root ? [root] : [] };
}

function readBlock(text: string, { level, start, end }: Block): ReadBlock | undefined {
  const section = newSection(start, end - start);
  const entry = new JsonParser(text.slice(start, end), section).member();
  // The key of the resources is cut off before its colon.
  if (level === 'head') section.errors.length = 0;
  return entry && { level, section, entry };
}
