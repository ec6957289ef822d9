import { isAbsolute } from 'node:path';
import { applyEdits, lastPlace, type TextEdit } from '../core/index.ts';
import { fromHere } from './fromHere.ts';

/** How many lines that stay are shown around those that change. */
const context = 3;

/** How the names that stand in quotes are spelt. */
const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '"': '\\"', '\\': '\\\\' };

/** Lines of a text, by their indexes from 0, and what stands there after the change. */
interface Replaced {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly by: readonly string[];
}

/**
 * What edits change in a file, as `git apply` and `patch -p1` take it in the current folder; empty where they change
 * nothing. They take no file from elsewhere: an absolute path to one stays as it is.
 */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const hunks = inHunks(inLines(text, lines, edits).filter(({ from, to, by }) => from < to || by.length > 0));
  if (hunks.length === 0) return '';
  const name = fromHere(path);
  const [before, after] = (isAbsolute(name) ? [name, name] : [`a/${name}`, `b/${name}`]).map(inHeader);
  let shift = 0;
  const written = hunks.map((hunk) => {
    const piece = writeHunk(lines, hunk, shift);
    shift += hunk.reduce((sum, { from, to, by }) => sum + by.length - (to - from), 0);
    return piece;
  });
  return `--- ${before}\n+++ ${after}\n${written.join('')}`;
}

/** A name so that git and GNU patch find its end: in quotes where it holds a tab or a line's end. */
function inHeader(name: string): string {
  if (/[\t\n]/.test(name)) return `"${name.replace(/[\t\n"\\]/g, (character) => escapes[character] ?? character)}"`;
  // GNU patch takes a name with a blank in it for one where a tab ends it.
  return /\s/.test(name) ? `${name}\t` : name;
}

/** With their ends, so that a line that has none at the end of the file is another one. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The lines that edits touch, those taken together that touch the same, and without those that turn out to stay. */
function inLines(text: string, lines: readonly string[], edits: readonly TextEdit[]): Replaced[] {
  const starts = startsOf(lines);
  const groups: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of edits) {
    const [from, to] = touchedBy(edit, starts);
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.edits.push(edit);
      last.to = to;
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: own }) => {
    const base = starts[from] ?? text.length;
    const moved = own.map(({ start, end, newText }) => ({ start: start - base, end: end - base, newText }));
    return trimmed(lines, {
      from,
      to: Math.min(to, lines.length),
      by: linesOf(applyEdits(text.slice(base, starts[to]), moved)),
    });
  });
}

/** The lines that an edit touches, the end exclusive, by where each of them begins: no file is gone through for each edit. */
export function touchedBy({ start, end }: TextEdit, starts: readonly number[]): [from: number, to: number] {
  return [lastPlace(starts, start), lastPlace(starts, end) + 1];
}

function startsOf(lines: readonly string[]): number[] {
  let at = 0;
  return lines.map((line) => {
    at += line.length;
    return at - line.length;
  });
}

function trimmed(lines: readonly string[], { from, to, by }: Replaced): Replaced {
  const old = lines.slice(from, to);
  let head = 0;
  while (head < Math.min(old.length, by.length) && old[head] === by[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, by.length) - head;
  while (tail < most && old.at(-1 - tail) === by.at(-1 - tail)) tail++;
  return { from: from + head, to: to - tail, by: by.slice(head, by.length - tail) };
}

/** Those together whose surroundings meet. */
function inHunks(replaced: readonly Replaced[]): Replaced[][] {
  const hunks: Replaced[][] = [];
  for (const each of replaced) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk && last && each.from - last.to <= 2 * context) hunk.push(each);
    else hunks.push([each]);
  }
  return hunks;
}

function writeHunk(lines: readonly string[], hunk: readonly Replaced[], shift: number): string {
  const from = Math.max(0, (hunk[0]?.from ?? 0) - context);
  const to = Math.min(lines.length, (hunk.at(-1)?.to ?? 0) + context);
  const body: string[] = [];
  let at = from;
  for (const { from: start, to: end, by } of hunk) {
    body.push(...marked(' ', lines.slice(at, start)), ...marked('-', lines.slice(start, end)), ...marked('+', by));
    at = end;
  }
  body.push(...marked(' ', lines.slice(at, to)));
  const grown = hunk.reduce((sum, each) => sum + each.by.length - (each.to - each.from), 0);
  const [before, after] = [to - from, to - from + grown];
  return `@@ -${range(from, before)} +${range(from + shift, after)} @@\n${body.join('')}`;
}

/** Of no lines, the one before them is named. */
function range(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.map((line) => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);
}
