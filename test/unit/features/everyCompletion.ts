import { type ParseError, parse } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Document,
  endOf,
  type Language,
  type LintOptions,
  lint,
  type Node,
  readDocument,
  startOf,
} from '../../../server/src/core/index.ts';
import { accept, completions, labels } from './completed.ts';

/** What became of the completions of one text. */
export interface Tried {
  accepted: number;
  /** Each that made an error, with the text it made. */
  readonly faults: string[];
}

/**
 * Tries every completion at every word of a text's configurations, and on empty lines; an error that was not there before, in
 * the rules or in the syntax, is a fault.
 */
export function tryEvery(text: string, language: Language, options: LintOptions = {}): Tried {
  const tried: Tried = { accepted: 0, faults: [] };
  // What is refused as it is, or would be but for a suppression, may be refused for something else once that is put right.
  if (text.includes('s3-encryption-ignore') || errorsIn(text, language, options).length > 0) return tried;
  for (const place of placesIn(text, language)) tryAt(place, language, options, tried);
  return tried;
}

interface Place {
  /** The text, as it is while the user asks. */
  readonly text: string;
  readonly offset: number;
  /** The text as it was, whose errors are none of the completion's. */
  readonly before: string;
}

/** At the words, in front of them and behind, in the middle of them, and on new lines. */
function placesIn(text: string, language: Language): Place[] {
  const places: Place[] = [];
  for (const node of nodesOf(readDocument(text, language).roots)) {
    places.push(...withoutMembers(text, node));
    if (node.kind !== 'scalar' || node.style === 'block' || node.end === node.start) continue;
    const [start, end] = [startOf(node), endOf(node)];
    const quote = node.style === 'quoted' ? 1 : 0;
    places.push({ text, offset: start + quote, before: text });
    places.push({ text, offset: Math.floor((start + end) / 2), before: text });
    places.push({ text, offset: start, before: text }, { text, offset: end, before: text });
    places.push(...emptied(text, start + quote, end - quote));
  }
  return [...places, ...betweenLines(text, language)];
}

/** With the word gone, as before it is typed. */
function emptied(text: string, start: number, end: number): Place[] {
  const empty = text.slice(0, start) + text.slice(end);
  return [{ text: empty, offset: start, before: text }];
}

/** With all members of a map gone, as before the first is typed. */
function withoutMembers(text: string, node: Node): Place[] {
  const [first, last] = node.kind === 'map' ? [node.entries[0], node.entries.at(-1)] : [];
  return first && last ? emptied(text, startOf(first.key), endOf(last.value)) : [];
}

/** On an empty line behind each; in YAML in each column that the lines around it or their items begin in, and a step further in. */
function betweenLines(text: string, language: Language): Place[] {
  return [...text.matchAll(/(?=\n)/g)].flatMap(({ index }) =>
    columnsAround(text, index, language).map((column) => ({
      text: `${text.slice(0, index)}\n${' '.repeat(column)}${text.slice(index)}`,
      offset: index + 1 + column,
      before: text,
    })),
  );
}

function columnsAround(text: string, lineEnd: number, language: Language): number[] {
  if (language === 'json') return [2];
  const around = [text.slice(0, lineEnd).split('\n').at(-1), text.slice(lineEnd + 1).split('\n')[0]];
  const columns = around.flatMap((line = '') => {
    const [, indent = '', dashes = ''] = /^( *)((?:- +)*)/.exec(line) ?? [];
    return [indent.length, indent.length + dashes.length];
  });
  return [...new Set(columns.flatMap((column) => [column, column + 2]))];
}

function tryAt({ text, offset, before }: Place, language: Language, options: LintOptions, tried: Tried): void {
  const document = TextDocument.create('file:///document', language, 1, text);
  const source = { document: readDocument(text, language), text: document, offset };
  const { bucketType, policy } = options;
  const items = completions(source, { ...(bucketType && { bucketType }), ...(policy && { policy }) });
  if (items.length === 0) return;
  const known = [...errorsIn(before, language, options), ...errorsIn(text, language, options)];
  for (const item of items) {
    const result = accept(source, item);
    tried.accepted++;
    const added = errorsIn(result, language, options).filter((error) => !known.includes(error));
    if (added.length === 0) continue;
    const asked = `${text.slice(0, offset)}|${text.slice(offset)}`;
    tried.faults.push(`${added.join(', ')} by ${labels([item])[0]} in\n${asked}\nwhich became\n${result}`);
  }
}

/** The rules at error level that find something, and whether something can't be read. */
function errorsIn(text: string, language: Language, options: LintOptions): string[] {
  const document = readDocument(text, language);
  const errors = lint(document, options).filter(({ severity }) => severity === 'error');
  const unread = isRead(document) ? [] : ['syntax'];
  return [...errors.map(({ rule }) => rule), ...unread];
}

/** JSON is also read as VS Code does, to which a comma behind the last value is a fault. */
function isRead({ sections, language, text }: Document): boolean {
  if (sections.some(({ errors }) => errors.length > 0)) return false;
  const faults: ParseError[] = [];
  if (language === 'json') parse(text, faults);
  return faults.length === 0;
}

function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'map') return [node, ...nodesOf(node.entries.flatMap(({ key, value }) => [key, value]))];
    return node.kind === 'list' ? [node, ...nodesOf(node.items)] : [node];
  });
}
