import type { BlockKind, BlockReader, ReadBlock } from '../blocks.ts';
import { newSection, TreeBuilder } from '../build.ts';
import { contentStart } from '../byteOrderMark.ts';
import { type Document, newDocument } from '../document.ts';
import type { Entry, Node, ScalarNode, Section } from '../node.ts';
import type { SourceText } from '../sourceText.ts';
import { readDirectly } from './direct/directReader.ts';
import { withoutForeignHead } from './foreignLines.ts';
import { readThoroughly } from './thoroughReader.ts';
import { recutBlock, yamlBlocks } from './yamlBlocks.ts';

/** Reads YAML: a stream of documents, with CloudFormation's short tags spelt long. */
export const yamlReader: BlockReader = {
  cut: yamlBlocks,
  recut: recutBlock,
  read: readBlock,
  complete: (document) => document,
  readWhole,
};

function readWhole(source: SourceText): Document {
  const text = source.toString();
  const base = contentStart(text);
  const section = newSection(base, text.length - base);
  const content = withoutForeignHead(text.slice(base));
  const roots = readDirectly(content, section) ?? readThoroughly(content, section).roots;
  return newDocument(source, 'yaml', [section], roots);
}

function readBlock(text: string, { level, indent }: BlockKind, base: number): ReadBlock | undefined {
  const section = newSection(base, text.length);
  const entry = blockEntry(text, section);
  return entry && { level, indent, section, entry, isSound: true };
}

function blockEntry(text: string, section: Section): Entry | undefined {
  const direct = readDirectly(text, section);
  if (direct) return onlyEntry(direct, section);
  const { roots, isSound, hasAliases } = readThoroughly(text, section);
  if (hasAliases) return undefined;
  return isSound ? onlyEntry(roots, section) : entryOfBroken(roots, section);
}

/** A sound block with more than one entry was cut wrongly. */
function onlyEntry(roots: readonly Node[], section: Section): Entry | undefined {
  const [root, second] = roots;
  if (!root || second) return undefined;
  if (root.kind === 'scalar') return halfTyped(root, section);
  const [entry, another] = root.kind === 'map' ? root.entries : [];
  return another ? undefined : entry;
}

/** What else a broken block seems to hold is noise. */
function entryOfBroken([root]: readonly Node[], section: Section): Entry | undefined {
  if (root?.kind === 'scalar') return halfTyped(root, section);
  return root?.kind === 'map' ? root.entries[0] : undefined;
}

/** A key without its colon yet. */
function halfTyped(key: ScalarNode, section: Section): Entry {
  const builder = new TreeBuilder(section);
  builder.fault(key.end, 'A colon is missing');
  return { key, value: builder.empty(key.end) };
}
