import type { Block } from '../compose.ts';

/**
 * The blocks of a template in YAML, by indentation: its top-level sections, and each of its resources. Undefined where
 * the text isn't a template, or is written in a way that indentation alone can't cut: several documents, directives,
 * a flow or quoted text that reaches back to the margin.
 */
export function yamlBlocks(text: string): Block[] | undefined {
  if (!/^Resources:/m.test(text) || /\r(?!\n)|\0/.test(text)) return undefined;
  const lines = linesAt(text, startOfBody(text), text.length, 0);
  if (!lines) return undefined;
  const heads = lines.filter((start) => text.startsWith('Resources:', start));
  const [head, second] = heads;
  if (head === undefined || second !== undefined) return undefined;
  const blocks = lines.map((start, index) => {
    const end = lines[index + 1] ?? text.length;
    return start === head ? resourceBlocks(text, start, end) : [{ level: 'top', start, end } as const];
  });
  return blocks.includes(undefined) ? undefined : blocks.flatMap((own) => own ?? []);
}

const headLine = /Resources:[ \t]*(?:#[^\n]*)?\r?\n/y;

function resourceBlocks(text: string, start: number, end: number): Block[] | undefined {
  headLine.lastIndex = start;
  const line = headLine.exec(text);
  if (!line) return undefined;
  const bodyStart = start + line[0].length;
  const indent = indentOfFirst(text, bodyStart, end);
  const lines = indent === 0 ? undefined : linesAt(text, bodyStart, end, indent);
  if (!lines) return undefined;
  const resources = lines.map((at, index): Block => ({ level: 'resource', start: at, end: lines[index + 1] ?? end }));
  return [{ level: 'head', start, end: start + line[0].length }, ...resources];
}

/** Behind a byte-order mark, and behind a marker that opens the one document. */
function startOfBody(text: string): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return behind(marker, text, behindBlankLines(text, start)) ?? start;
}

const blankLine = /[ \t]*(?:#[^\n]*)?\r?\n/y;
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
  const first = /^( +)[^\s#]/gm;
  first.lastIndex = from;
  const match = first.exec(text);
  return match && match.index < to ? (match[1] ?? '').length : 0;
}

const simpleKey = /(?:[\w.:/-]+|"[^"\\\n]*"|'[^'\n]*'):(?=[ \t\r\n]|$)/y;

/** What alone may stand before the first block. */
const noise = /[ \t]*(?:#|\r?\n|$)/y;

/**
 * Where the lines of exactly this indentation start. Undefined where a line has less, or is no plain `key:`.
 */
function linesAt(text: string, from: number, to: number, indent: number): number[] | undefined {
  const starts: number[] = [];
  for (let line = from; line < to; ) {
    const newline = text.indexOf('\n', line);
    const next = newline === -1 ? to : newline + 1;
    const margin = marginOf(text, line);
    const begins =
      starts.length === 0
        ? behind(noise, text, line) === undefined
        : margin <= indent && !isBlankOrComment(text, line + margin);
    if (begins) {
      simpleKey.lastIndex = line + margin;
      if (margin !== indent || !simpleKey.test(text)) return undefined;
      starts.push(line);
    }
    line = next;
  }
  return starts;
}

function marginOf(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  return at - line;
}

/** Also true for a line that a tab indents: it can't begin a block, and the parser says what it is. */
function isBlankOrComment(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13 || unit === 9 || unit === 35 || Number.isNaN(unit);
}
