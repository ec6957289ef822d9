import { contentStart } from '../byteOrderMark.ts';
import type { Document } from '../document.ts';
import type { Language } from '../language.ts';
import { OwnMemory } from '../memory.ts';
import type { SourceText } from '../sourceText.ts';
import type { TextEdit } from '../textEdit.ts';

/** How a text is laid out, as far as what is written into it has to fit. */
export interface Layout {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** True where the dashes of a YAML list stand under their key's first letter. */
  readonly hasFlushLists: boolean;
}

/** A text that is written into. */
export interface Page extends Layout {
  readonly text: string;
  readonly language: Language;
}

const pages = new OwnMemory<Document, Page>();

/** A document's text, and its layout. */
export function pageOf(document: Document): Page {
  return pages.once(document, ({ text, language, source }) => ({ text, language, ...layoutOf(source) }));
}

/** How much of a text is looked at to see how it is laid out, in UTF-16 units. */
const telling = 16_384;

/** The layout of a text, by its first lines that show it. */
export function layoutOf(source: SourceText): Layout {
  const head = source.slice(0, telling);
  return { eol: head.includes('\r\n') ? '\r\n' : '\n', unit: indentUnit(head), hasFlushLists: isFlush(head) };
}

function isFlush(text: string): boolean {
  return /^( *)[\w'"].*:[ \t]*\r?\n\1-\s/m.test(text) && !/^( *)[\w'"].*:[ \t]*\r?\n\1 +-\s/m.test(text);
}

const opener = /^([ \t]*(?:- +)*)(?!- )\S.*[:{[][ \t]*\r?\n(?:[ \t]*(?:#.*|\/\/.*)?\r?\n)*([ \t]+)(?=[^\s-])/gm;

/** How much deeper the first line is that stands in what the line above it opens; an item begins behind its dash. */
function indentUnit(text: string): string {
  for (const [, head = '', inner = ''] of text.matchAll(opener)) {
    const outer = head.replace(/-/g, ' ');
    if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
  }
  return '  ';
}

/** Where the line of an offset begins; a byte order mark is no part of it. */
export function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return start === 0 ? contentStart(text) : start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline === -1) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Where the line before that of an offset ends; undefined in the first line. */
export function previousLineEnd(text: string, at: number): number | undefined {
  const newline = text.lastIndexOf('\n', at - 1);
  if (newline === -1) return undefined;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, at: number): string {
  return /[ \t]*/y.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
}

/** Spaces up to the column of an offset: what a line under it begins with. */
export function columnIndent(text: string, at: number): string {
  const start = lineStart(text, at);
  return text.slice(start, at).replace(/[^\t]/g, ' ');
}

/** True where only white space stands before an offset in its line. A document can be one line: it isn't looked through. */
export function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text[before] !== '\n' && text[before]?.trim() === '') before--;
  return before < 0 || text[before] === '\n';
}

/** Behind white space, line breaks and comments. */
export function skipGap({ text, language }: Page, from: number): number {
  const gap = language === 'json' ? /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y : /(?:\s+|#[^\n]*)*/y;
  gap.lastIndex = from;
  gap.test(text);
  return gap.lastIndex;
}

/** A source with another indentation: each line but the first that begins with `from` begins with `to`. */
export function shift(source: string, from: string, to: string): string {
  const [first = '', ...rest] = source.split('\n');
  const shifted = rest.map((line) => {
    if (line.startsWith(from)) return to + line.slice(from.length);
    const isBlank = line.trim() === '';
    return isBlank ? line : to + line.trimStart();
  });
  return [first, ...shifted].join('\n');
}

/** As `shift`, of a piece of the text in its place: an edit for each line but its first. */
export function reindent(text: string, start: number, end: number, from: string, to: string): TextEdit[] {
  const edits: TextEdit[] = [];
  if (from === to) return edits;
  for (
    let newline = text.indexOf('\n', start);
    newline !== -1 && newline < end;
    newline = text.indexOf('\n', newline + 1)
  ) {
    const line = newline + 1;
    const own = /[ \t]*/y.exec(text.slice(line, lineEnd(text, line)))?.[0] ?? '';
    const isBlank = line + own.length >= lineEnd(text, line);
    const replaced = own.startsWith(from) ? from.length : own.length;
    if (!isBlank) edits.push({ start: line, end: line + replaced, newText: to });
  }
  return edits;
}
