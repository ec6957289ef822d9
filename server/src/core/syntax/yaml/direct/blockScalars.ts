import { behindSpaces, endOfText, newline, unitAt } from '../../units.ts';
import { blockScalarSpan } from '../yamlBuilder.ts';
import { isWhite } from './scalars.ts';
import { unusual } from './unusual.ts';

/** A block scalar: its span, where its last line stops, and what it stands for. */
export interface BlockScalar {
  readonly span: readonly [start: number, end: number];
  readonly stop: number;
  readonly value: string;
}

const header = /[|>](-?) *(?:(?<= )#[^\n]*)?\n/y;

/** The block scalar whose header begins here; what is indented no deeper than `parent` is behind it. */
export function blockScalarAt(text: string, at: number, parent: number): BlockScalar {
  header.lastIndex = at;
  const match = header.exec(text);
  if (!match) throw unusual;
  const from = header.lastIndex;
  const { line, indent, breaks } = firstLine(text, from);
  if (indent <= parent) throw unusual;
  const stop = endOfLines(text, line, indent);
  const lines = undented(text.slice(line + indent, stop), indent);
  const body = text[at] === '|' ? lines : foldedBlock(lines);
  const value = '\n'.repeat(breaks) + body + (match[1] ? '' : '\n');
  return { span: blockScalarSpan(text, from, stop), stop, value };
}

/** The first line that isn't blank, its indentation, and how many are before it. */
function firstLine(text: string, from: number): { line: number; indent: number; breaks: number } {
  let line = from;
  for (let breaks = 0, widest = 0; ; breaks++) {
    const indent = behindSpaces(text, line) - line;
    const unit = unitAt(text, line + indent);
    if (unit !== newline) {
      if (unit === endOfText || isWhite(unit) || widest > indent) throw unusual;
      return { line, indent, breaks };
    }
    widest = Math.max(widest, indent);
    line += indent + 1;
  }
}

/** Where the last line stops that has text. */
function endOfLines(text: string, from: number, indent: number): number {
  let end = from;
  for (let line = from; line < text.length; ) {
    const margin = behindSpaces(text, line) - line;
    const unit = unitAt(text, line + margin);
    const lineEnd = text.indexOf('\n', line + margin);
    // Spaces behind the indentation are text.
    if (unit !== newline || margin > indent) {
      if (lineEnd === -1 || (margin < indent && isWhite(unit))) throw unusual;
      if (margin < indent) break;
      end = lineEnd;
    }
    line = lineEnd + 1;
  }
  return end;
}

/** Lines without their indentation. Blank ones that are indented less, and carriage returns, are for the thorough reader. */
function undented(lines: string, indent: number): string {
  if (lines.includes('\r')) throw unusual;
  for (let at = lines.indexOf('\n '); at !== -1; at = lines.indexOf('\n ', at + 1)) {
    const end = behindSpaces(lines, at + 1);
    if (end - at <= indent && unitAt(lines, end) === newline) throw unusual;
  }
  return lines.replaceAll(`\n${' '.repeat(indent)}`, '\n');
}

/** Lines of a folded block; those that are indented further are folded otherwise. */
function foldedBlock(lines: string): string {
  if (/^[ \t]|\n[ \t]/.test(lines)) throw unusual;
  return lines.replace(/\n+/g, (breaks) => (breaks.length === 1 ? ' ' : breaks.slice(1)));
}
