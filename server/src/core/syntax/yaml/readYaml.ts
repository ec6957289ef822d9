import { newSection } from '../build.ts';
import { type Block, composeTemplate, type ReadBlock } from '../compose.ts';
import type { Document } from '../document.ts';
import type { Entry, Node, Section } from '../node.ts';
import { readEvents, refusalOf } from './eventReader.ts';
import { readTolerantly } from './tolerantReader.ts';
import { yamlBlocks } from './yamlBlocks.ts';

/** Reads YAML: a stream of documents, with CloudFormation's short tags spelt long. Never throws. */
export function readYaml(text: string): Document {
  const blocks = yamlBlocks(text);
  return (blocks && readInBlocks(text, blocks)) ?? readWhole(text);
}

function readWhole(text: string): Document {
  const section = wholeSection(text);
  const content = text.slice(section.base);
  return { language: 'yaml', text, sections: [section], roots: rootsOf(content, section) };
}

function rootsOf(content: string, section: Section): Node[] {
  return readEvents(content, section)?.roots ?? readBroken(content, section);
}

/** The tolerant reader takes some of what the fast one refuses: then the refusal is the fault. */
function readBroken(content: string, section: Section): Node[] {
  const roots = readTolerantly(content, section);
  const refusal = section.errors.length === 0 ? refusalOf(content) : undefined;
  if (refusal) section.errors.push(refusal);
  return roots;
}

function wholeSection(text: string): Section {
  const base = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return newSection(base, text.length - base);
}

/**
 * Reads each block alone. Where one is refused, the whole may still be right (a quoted text can reach over a block's
 * end): only if it isn't is the block at fault, and the others lose nothing.
 */
function readInBlocks(text: string, blocks: readonly Block[]): Document | undefined {
  const read: ReadBlock[] = [];
  let isWholeTried = false;
  for (const { level, start, end } of blocks) {
    const section = newSection(start, end - start);
    const content = text.slice(start, end);
    const fast = readEvents(content, section);
    if (!fast && !isWholeTried) {
      if (readEvents(text.slice(wholeSection(text).base), wholeSection(text))) return undefined;
      isWholeTried = true;
    }
    const entry = onlyEntry(fast?.roots ?? readBroken(content, section), fast !== undefined);
    if (fast?.hasAliases || !entry) return undefined;
    read.push({ level, section, entry });
  }
  return composeTemplate(text, 'yaml', read);
}

/** A block's one entry. What else a broken block seems to hold is noise; a sound block with more was cut wrongly. */
function onlyEntry(roots: readonly Node[], isSound: boolean): Entry | undefined {
  const [root, second] = roots;
  if (root?.kind !== 'map' || (second && isSound)) return undefined;
  const [entry, another] = root.entries;
  return another && isSound ? undefined : entry;
}
