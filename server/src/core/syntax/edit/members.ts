import type { ScalarNode } from '../node.ts';
import { entryOf } from '../pointer.ts';
import type { TextEdit } from '../textEdit.ts';
import type { InsertMember, MadeMember, MoveMembers, NestMembers } from './change.ts';
import { insertMember } from './insert.ts';
import { columnIndent, indentAt, type Page, shift, startsLine } from './page.ts';
import { entryPiece } from './pieces.ts';
import { spellFlow, spellKey, spellMember } from './spell.ts';

/** A member that wasn't there. */
export function insertNew(page: Page, { into, name, value, order }: InsertMember): TextEdit[] {
  return insertMember(page, into, name, order, {
    inBlock: (indent) => spellMember(name, value, page, indent),
    inFlow: (indent) => `${spellKey(name, page.language)}: ${spellFlow(value, page, indent)}`,
  });
}

/** Members as they are written, in another map; taking them out of their own is the business of `removeFlow` or `removeBlock`. */
export function insertMoved(page: Page, { keys, into, order }: MoveMembers): TextEdit[] | undefined {
  const sources = sourcesOf(page, keys);
  const [first] = keys;
  if (!sources || !first) return undefined;
  const isSimple = sources.every(({ text }) => !text.includes('\n'));
  if (into.style === 'flow' && !isSimple && isInBlock(first)) return undefined;
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

/** Members under new ones: they take the first one's place. The others' own places are left to be removed. */
export function nest(page: Page, { keys, under }: NestMembers): TextEdit[] | undefined {
  const content = nestedContent(page, keys, under);
  const [first] = keys;
  const entry = first && entryOf(first);
  // A comment behind the first one's last line would become a part of its text.
  if (!content || !first || !entry || (entry.value.kind === 'scalar' && entry.value.style === 'block'))
    return undefined;
  const { start, end } = entryPiece(page, entry);
  if (isInBlock(first)) return [{ start, end, newText: nestedBlock(page, content, columnIndent(page.text, start)) }];
  const indent = startsLine(page.text, start) ? indentAt(page.text, start) : undefined;
  return [{ start, end, newText: nestedFlow(page, content, indent) }];
}

/** Members as they are written, behind a member that is made, if there is one, and what goes into it. */
interface Content {
  readonly made?: { readonly member: MadeMember; readonly content: Content } | undefined;
  readonly sources: readonly Source[];
}

function nestedContent(
  page: Page,
  keys: readonly ScalarNode[],
  [member, ...deeper]: readonly MadeMember[],
  beside: readonly ScalarNode[] = [],
): Content | undefined {
  const sources = sourcesOf(page, member ? beside : keys);
  const content = member ? nestedContent(page, keys, deeper, member.beside) : undefined;
  if (!sources || (member && !content)) return undefined;
  return { sources, made: member && content && { member, content } };
}

function nestedBlock(page: Page, { made, sources }: Content, indent: string): string {
  const parts = made ? [madeBlock(page, made, indent)] : [];
  return [...parts, ...sources.map(({ text, indent: own }) => shift(text, own, indent))].join(page.eol + indent);
}

function madeBlock(page: Page, { member, content }: NonNullable<Content['made']>, indent: string): string {
  const inner = member.item && page.hasFlushLists ? indent : indent + page.unit;
  const dash = member.item ? '- ' : '';
  const nested = nestedBlock(page, content, inner + ' '.repeat(dash.length));
  return `${spellKey(member.name, page.language)}:${page.eol}${inner}${dash}${nested}`;
}

/** Over several lines where the first member begins its own, with `indent`. */
function nestedFlow(page: Page, { made, sources }: Content, indent: string | undefined): string {
  const parts = made ? [madeFlow(page, made, indent)] : [];
  const moved = sources.map(({ text, indent: own }) => (indent === undefined ? text : shift(text, own, indent)));
  return [...parts, ...moved].join(indent === undefined ? ', ' : `,${page.eol}${indent}`);
}

function madeFlow(page: Page, { member, content }: NonNullable<Content['made']>, indent: string | undefined): string {
  const [open, close] = member.item ? ['[{', '}]'] : ['{', '}'];
  const inner = indent === undefined ? undefined : indent + page.unit;
  const nested = nestedFlow(page, content, inner);
  const [before, after] = indent === undefined ? [' ', ' '] : [page.eol + inner, page.eol + indent];
  return `${spellKey(member.name, page.language)}: ${open}${before}${nested}${after}${close}`;
}

interface Source {
  readonly text: string;
  /** That of the lines below the first. */
  readonly indent: string;
}

/** The members of these keys as written; undefined where one can't be told from its text. */
function sourcesOf(page: Page, keys: readonly ScalarNode[]): Source[] | undefined {
  const sources = keys.map((key): Source | undefined => {
    const entry = entryOf(key);
    if (!entry) return undefined;
    const { start, end } = entryPiece(page, entry);
    const indent = isInBlock(key) ? columnIndent(page.text, start) : indentAt(page.text, start);
    return { text: page.text.slice(start, end), indent };
  });
  return sources.includes(undefined) ? undefined : sources.filter((source) => source !== undefined);
}

function isInBlock({ parent }: ScalarNode): boolean {
  return parent?.kind === 'map' && parent.style === 'block';
}
