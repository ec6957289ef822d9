import { endOf, startOf } from '../document.ts';
import type { Node } from '../node.ts';
import { entryOf, isInFlow } from '../pointer.ts';
import type { TextEdit } from '../textEdit.ts';
import type { RenameKey, SetValue } from './change.ts';
import { columnIndent, indentAt, lineEnd, type Page, startsLine } from './page.ts';
import { writtenEnd } from './pieces.ts';
import { spellBlock, spellFlow, spellInline, spellKey, spellScalar } from './spell.ts';

/** A node's text for another value. A scalar keeps its quotes; a value that wasn't written gets its space, and stays clear of the comment there. */
export function set(page: Page, { node, value }: SetValue): TextEdit[] | undefined {
  const [start, end] = [startOf(node), writtenEnd(page, node)];
  if (node.kind === 'scalar' && node.style === 'block') return undefined;
  if (start === end) {
    const newText = spellAt(page, node, value);
    const colon = behindColon(page, node);
    const [at, gap] = /^\r?\n/.test(newText) ? [lineEnd(page.text, colon), ''] : [colon, ' '];
    return [{ start: at, end: at, newText: gap + newText }];
  }
  if (typeof value === 'string' || typeof value === 'boolean') {
    const quote = typeof value === 'string' ? quoteAt(page, start) : '';
    const inFlow = page.language === 'json' || isInFlow(node);
    const { at, anchor } = typedStart(page, start);
    return [{ start: at, end, newText: anchor + spellScalar(value, page.language, { quote, inFlow }) }];
  }
  const newText = spellAt(page, node, value);
  const gap = /^\r?\n/.test(newText)
    ? page.text.slice(0, start).length - page.text.slice(0, start).trimEnd().length
    : 0;
  return [{ start: start - gap, end, newText }];
}

/** A key's text for another name, in the quotes that it has. */
export function rename(page: Page, { key, name }: RenameKey): TextEdit[] {
  const [start, end] = [startOf(key), endOf(key)];
  return [{ start, end, newText: spellKey(name, page.language, quoteAt(page, start)) }];
}

function spellAt(page: Page, node: Node, value: SetValue['value']): string {
  if (page.language === 'json' || isInFlow(node)) {
    return spellFlow(
      value,
      page,
      startsLine(page.text, startOf(entryOf(node)?.key ?? node)) ? indentAt(page.text, startOf(node)) : undefined,
    );
  }
  const inline = spellInline(value, page);
  if (inline !== undefined) return inline;
  const key = entryOf(node)?.key;
  const indent = columnIndent(page.text, startOf(key ?? node)) + (key ? page.unit : '');
  const spelled = spellBlock(value, page, indent);
  return key ? `${page.eol}${indent}${spelled}` : spelled;
}

/** Where a value that isn't written would stand: behind the colon or dash that waits for it. */
function behindColon({ text }: Page, node: Node): number {
  const colon = /\s*:/y;
  colon.lastIndex = startOf(node);
  return colon.test(text) ? colon.lastIndex : startOf(node);
}

const typeTag = /(?<=[\s:,[{-])!(?:!(?:str|int|float|bool|null))?[ \t]+(?<anchor>&[^\s,[\]{}]+[ \t]+)?$/;

/** Where a scalar begins with the tag that states its type, for another value is of its own; and the anchor between them, which stays. */
function typedStart({ text }: Page, start: number): { readonly at: number; readonly anchor: string } {
  const tag = typeTag.exec(text.slice(Math.max(0, start - 80), start));
  return { at: start - (tag?.[0].length ?? 0), anchor: tag?.groups?.anchor ?? '' };
}

function quoteAt({ text }: Page, start: number): string {
  const first = text[start] ?? '';
  return first === '"' || first === "'" ? first : '';
}
