import { columnsOf, printable } from './printable.ts';

/** A line of source, or what fits of it, and what to print under it to point at a part of it. */
export interface Excerpt {
  readonly source: string;
  readonly marks: string;
}

/** A longer line is cut, in UTF-16 units, and in a narrow terminal a shorter one; so much of what stands before the part is kept. */
const longest = 120;
const shortest = 30;
const lead = 40;
const cut = '...';

/**
 * Shows a part of a line, given in UTF-16 units from 0, the end exclusive, in as many columns as there are. Tabs stay tabs in
 * both texts, so the marks stand under their part whatever a tab's width. A part that is empty gets one mark.
 */
export function excerpt(line: string, start: number, end: number, columns = Number.POSITIVE_INFINITY): Excerpt {
  const [from, to] = windowAround(line, start, columns);
  const head = from > 0 ? cut : '';
  const tail = to < line.length ? cut : '';
  const shown = printable(line.slice(from, to));
  const before = shown.slice(0, start - from);
  const part = shown.slice(start - from, end - from).trimEnd();
  return {
    source: head + shown.trimEnd() + tail,
    marks: ' '.repeat(head.length) + blank(before) + '^'.repeat(Math.max(1, widthOf(part))),
  };
}

function windowAround(line: string, start: number, columns: number): [from: number, to: number] {
  if (line.length <= Math.min(longest, columns)) return [0, line.length];
  const length = Math.max(shortest, Math.min(longest, columns - 2 * cut.length));
  const from = Math.max(0, Math.min(start - Math.min(lead, Math.floor(length / 3)), line.length - length));
  return [wholeCharacter(line, from), wholeCharacter(line, from + length)];
}

/** The offset, or the one before it where it lies within a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const lowSurrogate = /[\udc00-\udfff]/;
  return lowSurrogate.test(line.charAt(offset)) ? offset - 1 : offset;
}

/** As many columns of nothing as the text takes. */
function blank(text: string): string {
  return Array.from(text, (character) => (character === '\t' ? character : ' '.repeat(columnsOf(character)))).join('');
}

function widthOf(text: string): number {
  return Array.from(text, columnsOf).reduce((sum, columns) => sum + columns, 0);
}
