import { type Block, type BlockKind, type BlockLevel, type Cut, openedSections, type TextAround } from '../blocks.ts';
import { contentStart } from '../byteOrderMark.ts';
import { type ScannedMember, scanMap, scanMember, skipBlank } from './jsonScan.ts';

/**
 * The blocks of a template in JSON: by its brackets, or, where they don't balance, by the indentation that a printed
 * template has, so that a resource with a bracket too few doesn't swallow the ones behind it. Undefined where the text
 * isn't a template, or its blocks can't be told.
 */
export function jsonBlocks(text: string): Cut | undefined {
  const open = skipBlank(text, contentStart(text));
  if (text[open] !== '{' || !text.includes(resourcesKey)) return undefined;
  const root = scanMap(text, open, openedKeys);
  const isBalanced = root && skipBlank(text, root.end) === text.length;
  return isBalanced ? soundBlocks(root.members) : indentedBlocks(text);
}

/** Of an unsound cut nothing can be said without looking at all of it. */
export function recutBlock(text: string, { level, indent }: BlockKind, { isSound }: TextAround): Block[] | undefined {
  if (!isSound || level === 'head') return undefined;
  const member = scanMember(text, 0);
  const isWhole = member !== undefined && member.end === text.length && member.end > member.valueStart;
  const isStill = isWhole && (level === 'member' || !openedKeys.has(member.key));
  return isStill ? [{ level, indent, start: 0, end: text.length }] : undefined;
}

const resourcesKey = '"Resources"';
const openedKeys: ReadonlySet<string> = new Set(openedSections.map((name) => JSON.stringify(name)));

function soundBlocks(members: readonly ScannedMember[]): Cut | undefined {
  const isOpened = ({ key, members: inner }: ScannedMember) =>
    inner !== undefined && inner.length > 0 && members.filter((other) => other.key === key).length === 1;
  if (!members.some((member) => member.key === resourcesKey && isOpened(member))) return undefined;
  const blocks = members.flatMap((member) =>
    isOpened(member)
      ? blocksOfOpened(member)
      : [{ level: 'top' as const, indent: 0, start: member.start, end: member.end }],
  );
  return { blocks, isSound: true };
}

function blocksOfOpened({ key, start, members = [] }: ScannedMember): Block[] {
  const head: Block = { level: 'head', indent: 0, start, end: start + key.length };
  return [
    head,
    ...members.map((member): Block => ({ level: 'member', indent: 0, start: member.start, end: member.end })),
  ];
}

function indentedBlocks(text: string): Cut | undefined {
  const head = /^([ \t]*)("Resources")[ \t]*:[ \t]*\{[ \t]*\r?\n(?=([ \t]*)[^\s{}[\],])/m.exec(text);
  if (!head) return undefined;
  const [, outer = '', key = '', inner = ''] = head;
  if (inner.length <= outer.length) return undefined;
  const start = head.index + outer.length;
  const bodyStart = head.index + head[0].length;
  const bodyEnd = endOfBody(text, bodyStart, outer);
  const resources = blocksAt(text, bodyStart, bodyEnd, inner, 'member');
  if (resources.length === 0) return undefined;
  const blocks: Block[] = [
    ...blocksAt(text, 0, head.index, outer, 'top'),
    { level: 'head', indent: 0, start, end: start + key.length },
    ...resources,
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

/**
 * The members that begin a line at exactly this indentation, each reaching to the next. What stands before a member's key
 * on its line, as while something is typed there, is passed over.
 */
function blocksAt(text: string, from: number, to: number, indent: string, level: BlockLevel): Block[] {
  const lines = new RegExp(String.raw`^${indent}(?:[^\s"{}[\],][^"\r\n]*(?="[^"\\\r\n]*"\s*:))?(?=")`, 'gm');
  lines.lastIndex = from;
  const starts: number[] = [];
  for (let line = lines.exec(text); line && line.index < to; line = lines.exec(text)) {
    starts.push(line.index + line[0].length);
    // A match of no length would be found again.
    lines.lastIndex = line.index + line[0].length + 1;
  }
  return starts.map((start, index) => ({ level, indent: 0, start, end: starts[index + 1] ?? to }));
}
