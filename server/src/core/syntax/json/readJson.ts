import { newSection } from '../build.ts';
import { type Block, composeTemplate, type ReadBlock } from '../compose.ts';
import type { Document } from '../document.ts';
import { jsonBlocks } from './jsonBlocks.ts';
import { JsonParser } from './jsonParser.ts';

/** Reads JSON; comments and trailing commas are no fault. Never throws. */
export function readJson(text: string): Document {
  const cut = jsonBlocks(text);
  const blocks = cut?.blocks.map((block) => readBlock(text, block, cut.isSound)).filter((block) => block !== undefined);
  if (!cut || !blocks || blocks.length < cut.blocks.length) return readWhole(text);
  const document = composeTemplate(text, 'json', blocks);
  if (!cut.isSound) ensureFault(document);
  return document;
}

/** What is broken can lie between sections that each are right: the first fault of the whole goes to the nearest one. */
function ensureFault({ text, sections }: Document): void {
  if (sections.some(({ errors }) => errors.length > 0)) return;
  const whole = readWhole(text).sections[0];
  const fault = whole?.errors[0];
  if (!fault) return;
  const offset = whole.base + fault.offset;
  const nearest = sections.findLast(({ base }) => base <= offset) ?? sections[0];
  nearest?.errors.push({ offset: Math.max(0, offset - nearest.base), message: fault.message });
}

function readWhole(text: string): Document {
  const base = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const section = newSection(base, text.length - base);
  const root = new JsonParser(text.slice(base), section).value();
  return { language: 'json', text, sections: [section], roots: root ? [root] : [] };
}

function readBlock(text: string, { level, start, end }: Block, isSound: boolean): ReadBlock | undefined {
  const section = newSection(start, end - start);
  const parser = new JsonParser(text.slice(start, end), section);
  const entry = parser.member();
  if (isSound) parser.end();
  // The key of the resources is cut off before its colon.
  if (level === 'head') section.errors.length = 0;
  return entry && { level, section, entry };
}
