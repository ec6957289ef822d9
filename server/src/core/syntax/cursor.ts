import { type Commas, commasAround, isBracketed, standsBeforeValue } from './cursorNeighbours.ts';
import { type CursorWord, cursorWord } from './cursorWord.ts';
import type { Document } from './document.ts';
import { layoutOf } from './edit/page.ts';
import type { Language } from './language.ts';
import type { Line } from './lines.ts';
import type { MapNode, Node, ScalarNode } from './node.ts';
import { nodeAt } from './nodeAt.ts';
import { entryOf, isInFlow } from './pointer.ts';
import type { SourceText } from './sourceText.ts';
import type { TryEdit } from './tryEdit.ts';

/** A place where something can be typed, and the tree as if a word stood there. */
export interface Cursor {
  readonly language: Language;
  /** The document with a word at the cursor. */
  readonly document: Document;
  /** That word. */
  readonly node: ScalarNode;
  /** What it can become: `either` where a value begins that may be a map. */
  readonly role: 'key' | 'value' | 'either';
  /** True for a key that keeps the value it has: behind its colon, or on the lines below, which its colon would make its own. */
  readonly keepsValue: boolean;
  /** What it replaces in the real text. */
  readonly word: CursorWord;
  /** True inside brackets. */
  readonly inFlow: boolean;
  /** White space that lines at the level of the word begin with. */
  readonly indent: string;
  /** One level of indentation. */
  readonly unit: string;
  /** What lines end with. */
  readonly eol: string;
  readonly comma: Commas;
}

const probe = 'x__cursor__x';

/**
 * Finds out what can be typed at an offset, by reading the text with a word put there: so the readers' tolerance serves
 * half-typed texts as it serves broken ones. Undefined in comments, block scalars and wherever no word can stand.
 */
export function atCursor<T>(
  { source, offset, language, tryEdit }: CursorPlace,
  work: (cursor: Cursor) => T,
): T | undefined {
  const line = source.lineAt(offset);
  const word = cursorWord(line, offset, language);
  if (!word) return undefined;
  const put = { start: word.start, end: word.end, newText: wordToPut(word, language) };
  const find = (document: Document) => {
    const node = nodeAt(document, put.start + put.newText.indexOf(probe) + 1);
    const isThere = node?.kind === 'scalar' && node.text === probe;
    if (!isThere || standsBeforeValue(document, node)) return undefined;
    return work(cursorOf(node, { source, line, word, language, document }));
  };
  if (language === 'json') return tryEdit(put, find);
  const tried = tryEdit(put, (document) => (isFaulty(document) ? undefined : { found: find(document) }));
  if (tried) return tried.found;
  // The word may be what breaks the text: as the second line of a plain one, say.
  return tryEdit({ ...put, newText: '' }, isFaulty) ? tryEdit(put, find) : undefined;
}

/** A place in a text, in UTF-16 units, and how the text is read with a word there. */
export interface CursorPlace {
  readonly source: SourceText;
  readonly offset: number;
  readonly language: Language;
  readonly tryEdit: TryEdit;
}

/** What a cursor is made of beside its node. */
interface CursorParts extends Pick<Cursor, 'word' | 'language' | 'document'> {
  readonly source: SourceText;
  readonly line: Line;
}

function cursorOf(node: ScalarNode, { source, line, word, language, document }: CursorParts): Cursor {
  const inFlow = language === 'json' || isInFlow(node);
  const { unit, eol } = layoutOf(source);
  const keepsValue = word.hasColon || isOverValue(node);
  return {
    language,
    document,
    node,
    role: roleOf(node, keepsValue, inFlow),
    keepsValue,
    word,
    inFlow,
    indent: indentAt(line, word, language),
    unit,
    eol,
    comma: inFlow ? commasAround(document, node) : { before: undefined, behind: false },
  };
}

function isFaulty({ sections }: Document): boolean {
  return sections.some(({ errors }) => errors.length > 0);
}

function wordToPut({ quote, beginsLine, endsLine, hasColon, lacksBlank }: CursorWord, language: Language): string {
  if (language === 'json') return `"${probe}"`;
  const isNewKey = beginsLine && endsLine && !hasColon;
  return `${lacksBlank ? ' ' : ''}${quote}${probe}${quote}${isNewKey ? ':' : ''}`;
}

/** True for a word that became the key of what stands below it. */
function isOverValue(node: ScalarNode): boolean {
  const entry = entryOf(node);
  return entry?.key === node && entry.value.start < entry.value.end;
}

function roleOf(node: ScalarNode, keepsValue: boolean, inFlow: boolean): Cursor['role'] {
  const { parent } = node;
  if (parent?.kind !== 'map' || !isKeyOf(parent, node)) return 'value';
  const isAlone = parent.entries.length === 1 && !keepsValue && !(inFlow && parent.parent?.kind !== 'list');
  return isAlone && !isBracketed(parent) ? 'either' : 'key';
}

function isKeyOf(map: MapNode, node: Node): boolean {
  return map.entries.some(({ key }) => key === node);
}

/** In block style the column of the word; else what its line begins with. */
function indentAt(line: Line, { start, beginsLine }: CursorWord, language: Language): string {
  const before = line.text.slice(0, start - line.start);
  if (beginsLine && language === 'yaml') return before.replace(/[^\t]/g, ' ');
  return /^\s*(?:- +)*/.exec(before)?.[0].replace(/[^\t]/g, ' ') ?? '';
}
