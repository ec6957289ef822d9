import { columnsOf, printable } from './printable.ts';

/** A line of source, or what fits of it, and what to print under it to point at a part of it. */
export interface Excerpt {
  readonly source: string;
  readonly marks: string;
}

/** A longer line is cut, in UTF-16 units; so much of what stands before the part is kept. */
const longest = 120;
const lead = 40;
const cut = '...';

/**
 * Shows a part of a line, given in UTF-16 units from 0, the end exclusive. Tabs stay tabs in both texts, so the marks
 * stand under their part whatever a tab's width. A part that is empty gets one mark.
 */
export function excerpt(line: string, start: number, end: number): Excerpt {
  const [from, to] = windowAround(line, start);
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

function windowAround(line: string, start: number): [from: number, to: number] {
  if (line.length <= longest) return [0, line.length];
  const from = Math.max(0, Math.min(start - lead, line.length - longest));
  return [wholeCharacter(line, from), wholeCharacter(line, from + longest)];
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
