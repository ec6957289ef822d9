import type { Entry, Node, ScalarNode } from '../node.ts';
import type { TextEdit } from '../sourceText.ts';
import type { InsertMember, MoveMembers, NestMembers } from './change.ts';
import { type Content, insertMember } from './insert.ts';
import { columnIndent, indentAt, type Page, shift } from './page.ts';
import { entryPiece } from './pieces.ts';
import { spellFlow, spellKey, spellMember } from './spelling.ts';

/** A member that wasn't there. */
export function insertNew(page: Page, { into, name, value, order }: InsertMember): TextEdit[] {
  return insertMember(page, into, name, order, memberContent(page, name, value));
}

/** A member with a model value, spelt for where it goes. */
export function memberContent(page: Page, name: string, value: InsertMember['value']): Content {
  return {
    inBlock: (indent) => spellMember(name, value, page, indent),
    inFlow: (indent) => `${spellKey(name, page.language)}: ${spellFlow(value, page, indent)}`,
  };
}

/** Members as they are written, in another map; taking them out of their own is the business of `removeFlow` or `removeBlock`. */
export function insertMoved(page: Page, { keys, into, order }: MoveMembers): TextEdit[] | undefined {
  const sources = sourcesOf(page, keys);
  const [first] = keys;
  if (!sources || !first) return undefined;
  const isSimple = sources.every(({ text }) => !text.includes('\n'));
  if (into.style === 'flow' && !isSimple && first.parent?.kind === 'map' && first.parent.style === 'block')
    return undefined;
  return insertMember(page, into, first.text, order, {
    inBlock: (indent) => sources.map((source) => shift(source.text, source.indent, indent)).join(page.eol + indent),
    inFlow: (indent) => {
      const parts = sources.map((source) =>
        indent === undefined ? source.text : shift(source.text, source.indent, indent),
      );
      return parts.join(indent === undefined ? ', ' : `,${page.eol}${indent}`);
    },
  });
}

/** Members under a new one: it takes the first one's place. The others' own places are left to be removed. */
export function nest(page: Page, { keys, under }: NestMembers): TextEdit[] | undefined {
  const sources = sourcesOf(page, keys);
  const [first] = keys;
  const entry = first && entryOf(first);
  // A comment behind the first one's last line would become a part of its text.
  if (!sources || !first || !entry || (entry.value.kind === 'scalar' && entry.value.style === 'block'))
    return undefined;
  const { start, end } = entryPiece(page, entry);
  const isBlock = first.parent?.kind === 'map' && first.parent.style === 'block';
  const indent = isBlock ? columnIndent(page.text, start) : indentAt(page.text, start);
  const inner = indent + page.unit;
  const shifted = sources.map((source) => shift(source.text, source.indent, inner));
  const key = spellKey(under, page.language);
  if (isBlock) return [{ start, end, newText: `${key}:${page.eol}${inner}${shifted.join(page.eol + inner)}` }];
  const isOneLine = page.text.slice(start, end).length + indent.length < 100 && !shifted.join('').includes('\n');
  const newText =
    isOneLine && !startsOwnLine(page, start)
      ? `${key}: { ${shifted.join(', ')} }`
      : `${key}: {${page.eol}${inner}${shifted.join(`,${page.eol}${inner}`)}${page.eol}${indent}}`;
  return [{ start, end, newText }];
}

interface Source {
  readonly text: string;
  /** That of the lines below the first. */
  readonly indent: string;
}

/** The members of these keys as written; undefined where one can't be told from its text. */
function sourcesOf(page: Page, keys: readonly ScalarNode[]): Source[] | undefined {
  const sources = keys.map((key) => {
    const entry = entryOf(key);
    if (!entry) return undefined;
    const { start, end } = entryPiece(page, entry);
    const isBlock = key.parent?.kind === 'map' && key.parent.style === 'block';
    return {
      text: page.text.slice(start, end),
      indent: isBlock ? columnIndent(page.text, start) : indentAt(page.text, start),
    };
  });
  return sources.includes(undefined) ? undefined : sources.filter((source) => source !== undefined);
}

/** The member that a key or a value belongs to. */
export function entryOf(node: Node): Entry | undefined {
  const { parent } = node;
  return parent?.kind === 'map' ? parent.entries.find(({ key, value }) => key === node || value === node) : undefined;
}

function startsOwnLine({ text }: Page, at: number): boolean {
  return indentAt(text, at).length === columnIndent(text, at).length;
}
