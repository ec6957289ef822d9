import { type Block, type BlockKind, type BlockLevel, type Cut, openedSections, type TextAround } from '../blocks.ts';
import { contentStart } from '../byteOrderMark.ts';
import { behindSpaces, carriageReturn, endOfText, hash, newline, tab, unitAt } from '../units.ts';
import { isPassedOver } from './foreignLines.ts';

/**
 * The blocks of a template in YAML, by indentation: its top-level sections, and each member of those that are opened.
 * Undefined where the text isn't a template, or is written in a way that indentation alone can't cut: several documents,
 * directives, lines of an indentation between those of two levels.
 *
 * No value can reach over a block's end: a line that isn't indented deeper than a key ends what is under the key, be it
 * quoted or in brackets, or is refused. So a block that is refused alone is refused in the whole as well.
 */
export function yamlBlocks(text: string): Cut | undefined {
  if (!/^Resources:/m.test(text) || hasStrangeUnits(text)) return undefined;
  const end = endOfBody(text);
  const lines = blockLines(text, startOfBody(text), end, 0);
  if (!lines) return undefined;
  const keys = lines.map((start) => openedKeyAt(text, start));
  const blocks = blocksAt('top', 0, lines, end).flatMap((top, index) => {
    const key = keys[index];
    const isOnly = key !== undefined && keys.indexOf(key) === keys.lastIndexOf(key);
    return (isOnly && blocksOfOpened(text, top)) || [top];
  });
  const isOpen = blocks.some(({ level, start }) => level === 'head' && text.startsWith(resourcesKey, start));
  return isOpen ? { blocks, isSound: true } : undefined;
}

/** By its own lines: whatever they are, those of other blocks begin where they did. */
export function recutBlock(text: string, { level, indent }: BlockKind, { isLast }: TextAround): Block[] | undefined {
  if (level === 'head' || hasStrangeUnits(text)) return undefined;
  if (text === '') return level === 'member' ? [] : undefined;
  if (!(isLast || text.endsWith('\n')) || (level === 'top' && openedKeyAt(text, 0) !== undefined)) return undefined;
  const lines = blockLines(text, 0, text.length, indent);
  if (lines?.[0] !== 0 || (level === 'top' && lines.length > 1)) return undefined;
  return blocksAt(level, indent, lines, text.length);
}

const resourcesKey = 'Resources:';
const openedKey = new RegExp(`(?:${openedSections.join('|')}):`, 'y');

/** The key, with its colon, of a section that may be opened, where one stands at an offset. */
function openedKeyAt(text: string, start: number): string | undefined {
  const end = behind(openedKey, text, start);
  return end === undefined ? undefined : text.slice(start, end);
}

/** Lone carriage returns end lines to some readers; nothing may hold a null. */
function hasStrangeUnits(text: string): boolean {
  return text.includes('\0') || (text.includes('\r') && /\r(?!\n)/.test(text));
}

function blocksAt(level: BlockLevel, indent: number, lines: readonly number[], end: number): Block[] {
  return lines.map((start, index) => ({ level, indent, start, end: lines[index + 1] ?? end }));
}

/** A pattern that counts further would run out of stack. */
const widestIndent = 1_000;

const headLine = /\w+:[ \t]*(?:#[^\n]*)?\r?\n/y;

/** A section's key and its members; undefined where there are none, or they can't be told. */
function blocksOfOpened(text: string, { start, end }: Block): Block[] | undefined {
  const bodyStart = behind(headLine, text, start);
  if (bodyStart === undefined) return undefined;
  const indent = indentOfFirst(text, bodyStart, end);
  const lines = indent === 0 || indent > widestIndent ? undefined : blockLines(text, bodyStart, end, indent);
  return lines && [{ level: 'head', indent: 0, start, end: bodyStart }, ...blocksAt('member', indent, lines, end)];
}

/** Behind a byte-order mark, and behind a marker that opens the one document. */
function startOfBody(text: string): number {
  const start = contentStart(text);
  return behind(marker, text, behindBlankLines(text, start)) ?? start;
}

/** Before a marker that closes the one document, if nothing follows it. */
function endOfBody(text: string): number {
  const end = text.lastIndexOf('\n...') + 1;
  const rest = end > 0 ? behind(closing, text, end) : undefined;
  return rest !== undefined && behindBlankLines(text, rest) === text.length ? end : text.length;
}

const blankLine = /[ \t]*(?:#[^\n]*)?\r?\n/y;
const closing = /\.\.\.[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;
const marker = /---[ \t]*(?:#[^\n]*)?\r?\n/y;

/** Line by line, for one pattern for all would put each on the stack. */
function behindBlankLines(text: string, from: number): number {
  let at = from;
  for (let next = behind(blankLine, text, at); next !== undefined; next = behind(blankLine, text, at)) at = next;
  return at;
}

function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function indentOfFirst(text: string, from: number, to: number): number {
  const first = /^( +)(?!\{[%#{])[^\s#]/gm;
  first.lastIndex = from;
  const match = first.exec(text);
  return match && match.index < to ? (match[1] ?? '').length : 0;
}

const simpleKey = /(?:[\w.:/-]+|"[^"\\\n]*"|'[^'\n]*'):(?=[ \t\r\n]|$)/y;

/** A key that is being typed: in the whole text it is refused, so it begins a block of its own. */
const bareWord = /[\w./]+[ \t]*\r?(?:\n|$)/y;

const documentMarker = /(?:---|\.\.\.)(?=\s|$)/y;

/**
 * Where the lines of exactly this indentation start that begin a block; what else has no deeper indentation belongs to
 * the block before. Undefined where the lines can't be told.
 */
function blockLines(text: string, from: number, to: number, indent: number): number[] | undefined {
  const shallow = shallowLine(indent);
  const starts: number[] = [];
  for (let line = from; line < to; line = nextLine(shallow, text, line)) {
    const kind = kindOf(text, line, indent);
    if (kind === 'strange') return undefined;
    if (kind === 'block') starts.push(line);
  }
  // Without a block, the line of another language is the section's value.
  const isOpen = starts.length > 0;
  return isPassedOver(text, from, starts[0] ?? to, isOpen) ? starts : undefined;
}

const shallowLines = new Map<number, RegExp>();

/** The end of a line, before one that isn't blank, nor a comment, nor indented deeper: all others are passed over in one search. */
function shallowLine(indent: number): RegExp {
  const pattern = shallowLines.get(indent) ?? new RegExp(String.raw`\n {0,${indent}}(?=[^ \t\r\n#])`, 'g');
  shallowLines.set(indent, pattern);
  return pattern;
}

/** Where the next line begins that a pattern finds; Infinity where none does. */
function nextLine(pattern: RegExp, text: string, line: number): number {
  pattern.lastIndex = line;
  return pattern.test(text) ? text.lastIndexOf('\n', pattern.lastIndex - 1) + 1 : Number.POSITIVE_INFINITY;
}

type LineKind = 'block' | 'deeper' | 'blank' | 'other' | 'strange';

function kindOf(text: string, line: number, indent: number): LineKind {
  const at = behindSpaces(text, line);
  const margin = at - line;
  if (isBlankOrComment(text, at)) return 'blank';
  if (margin > indent) return 'deeper';
  if (margin === 0 && behind(documentMarker, text, at) !== undefined) return 'strange';
  if (behind(simpleKey, text, at) !== undefined) return margin === indent ? 'block' : 'strange';
  if (behind(bareWord, text, at) === undefined) return 'other';
  if (margin === indent) return 'block';
  return margin === 0 ? 'strange' : 'other';
}

/** Also true for a line that a tab indents: it can't begin a block, and the parser says what it is. */
function isBlankOrComment(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return unit === newline || unit === carriageReturn || unit === tab || unit === hash || unit === endOfText;
}
