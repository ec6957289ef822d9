import type { Block } from '../compose.ts';
import { type ScannedMember, scanMap, skipBlank } from './jsonScan.ts';

/** A template cut into blocks. */
export interface JsonBlocks {
  readonly blocks: Block[];
  /** False where the text as a whole is broken, so that the blocks had to be told by their indentation. */
  readonly isSound: boolean;
}

/**
 * The blocks of a template in JSON: by its brackets, or, where they don't balance, by the indentation that a printed
 * template has, so that a resource with a bracket too few doesn't swallow the ones behind it. Undefined where the text
 * isn't a template, or its blocks can't be told.
 */
export function jsonBlocks(text: string): JsonBlocks | undefined {
  const open = skipBlank(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (text[open] !== '{' || !text.includes('"Resources"')) return undefined;
  const root = scanMap(text, open);
  const isBalanced = root && skipBlank(text, root.end) === text.length;
  return isBalanced ? soundBlocks(text, root.members) : indentedBlocks(text);
}

function soundBlocks(text: string, members: readonly ScannedMember[]): JsonBlocks | undefined {
  const heads = members.filter(({ key }) => key === '"Resources"');
  const [head, second] = heads;
  if (!head || second || text[head.valueStart] !== '{') return undefined;
  const resources = scanMap(text, head.valueStart)?.members;
  if (!resources) return indentedBlocks(text);
  if (resources.length === 0) return undefined;
  const blocks = members.flatMap((member): Block[] =>
    member === head
      ? [{ level: 'head', start: head.start, end: head.start + head.key.length }, ...resources.map(asResource)]
      : [{ level: 'top', start: member.start, end: member.end }],
  );
  return { blocks, isSound: true };
}

function asResource({ start, end }: ScannedMember): Block {
  return { level: 'resource', start, end };
}

function indentedBlocks(text: string): JsonBlocks | undefined {
  const head = /^([ \t]*)("Resources")[ \t]*:[ \t]*\{[ \t]*\r?\n([ \t]*)"/m.exec(text);
  if (!head) return undefined;
  const [, outer = '', key = '', inner = ''] = head;
  if (inner.length <= outer.length) return undefined;
  const start = head.index + outer.length;
  const bodyStart = head.index + head[0].length - inner.length - 1;
  const bodyEnd = endOfBody(text, bodyStart, outer);
  const blocks: Block[] = [
    ...blocksAt(text, 0, head.index, outer, 'top'),
    { level: 'head', start, end: start + key.length },
    ...blocksAt(text, bodyStart, bodyEnd, inner, 'resource'),
    ...blocksAt(text, bodyEnd, text.length, outer, 'top'),
  ];
  return { blocks, isSound: false };
}

/** The body ends at the next member of the outer level, and at the end of the text if there is none. */
function endOfBody(text: string, bodyStart: number, outer: string): number {
  const next = new RegExp(`^${outer}"`, 'gm');
  next.lastIndex = bodyStart;
  return next.exec(text)?.index ?? text.length;
}

/** The members that begin a line at exactly this indentation, each reaching to the next. */
function blocksAt(text: string, from: number, to: number, indent: string, level: 'top' | 'resource'): Block[] {
  const lines = new RegExp(`^${indent}(?=")`, 'gm');
  lines.lastIndex = from;
  const starts: number[] = [];
  for (let line = lines.exec(text); line && line.index < to; line = lines.exec(text)) {
    starts.push(line.index + indent.length);
    // A match of no length would be found again.
    lines.lastIndex = line.index + indent.length + 1;
  }
  return starts.map((start, index) => ({ level, start, end: starts[index + 1] ?? to }));
}
