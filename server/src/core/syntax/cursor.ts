import {
  type AddedCommas,
  type Commas,
  commasAround,
  isBracketed,
  standsBeforeLooseWord,
  standsBeforeValue,
} from './cursorNeighbours.ts';
import { type CursorWord, cursorWord } from './cursorWord.ts';
import { type Document, endOf, startOf } from './document.ts';
import { layoutOf } from './edit/page.ts';
import type { Language } from './language.ts';
import type { Line } from './lines.ts';
import type { MapNode, Node, ScalarNode } from './node.ts';
import { nodeAt } from './nodeAt.ts';
import { entryOf, isFlow, isInFlow } from './pointer.ts';
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
export function atCursor<T>(place: CursorPlace, work: (cursor: Cursor) => T): T | undefined {
  const { source, offset, language, tryEdit } = place;
  const line = source.lineAt(offset);
  const word = cursorWord(line, offset, language);
  if (!word) return undefined;
  const withWord = (added: AddedCommas, isFine: (document: Document) => boolean): { found: T } | undefined => {
    const newText = `${added.before ? ', ' : ''}${wordToPut(word, language)}${added.behind ? ',' : ''}`;
    return tryEdit({ start: word.start, end: word.end, newText }, (document) => {
      const node = nodeAt(document, word.start + newText.indexOf(probe) + 1);
      if (node?.kind !== 'scalar' || node.text !== probe || !isFine(document)) return undefined;
      const cursor = cursorOf(node, { source, line, word, language, document, added });
      return canStand(cursor, added) ? { found: work(cursor) } : undefined;
    });
  };
  if (language === 'json') return withWord(noCommas, () => true)?.found;
  const found = withWord(noCommas, isSound);
  if (found) return found.found;
  const { faults, inFlow } = tryEdit({ start: word.start, end: word.end, newText: '' }, (document) => ({
    faults: faultsIn(document),
    inFlow: isInFlowAt(document, word.start),
  }));
  for (const added of inFlow ? missingCommas : []) {
    const beside = withWord(added, isSound);
    if (beside) return beside.found;
  }
  // A text that is broken without the word may be read with it, as well as it is without.
  return faults === 0 ? undefined : withWord(noCommas, (document) => faultsIn(document) <= faults)?.found;
}

const noCommas: AddedCommas = { before: false, behind: false };

/** The commas that can be missing around a word in YAML's brackets: JSON's reader goes on without them. */
const missingCommas: readonly AddedCommas[] = [
  { before: false, behind: true },
  { before: true, behind: false },
  { before: true, behind: true },
];

/** False where a value would be one too many, and in block style for a key that doesn't begin its line. */
function canStand({ document, node, inFlow, role, word }: Cursor, added: AddedCommas): boolean {
  if (!inFlow) return role === 'value' || (word.beginsLine && isAligned(document, node));
  return !standsBeforeValue(document, node) && !(added.behind && standsBeforeLooseWord(document, node));
}

/** True for a key of a block that stands under the others of its map: a reader that makes the best of a broken text takes it so. */
function isAligned({ source }: Document, key: ScalarNode): boolean {
  const other = key.parent?.kind === 'map' ? key.parent.entries.find((entry) => entry.key !== key)?.key : undefined;
  const columnOf = (node: Node) => source.positionAt(startOf(node)).character;
  return !other || columnOf(other) === columnOf(key);
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
  readonly added: AddedCommas;
}

function cursorOf(node: ScalarNode, { source, line, word, language, document, added }: CursorParts): Cursor {
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
    comma: inFlow ? commasAround(document, node, added) : { before: undefined, behind: false },
  };
}

function faultsIn({ sections }: Document): number {
  return sections.reduce((sum, { errors }) => sum + errors.length, 0);
}

function isSound(document: Document): boolean {
  return faultsIn(document) === 0;
}

/** True for a place between the brackets of a map or a list. */
function isInFlowAt(document: Document, offset: number): boolean {
  for (let each = nodeAt(document, offset); each; each = each.parent) {
    if (isFlow(each) && startOf(each) < offset && offset < endOf(each)) return true;
  }
  return false;
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
