import { endOf, startOf } from '../document.ts';
import type { ListNode, MapNode, Node } from '../node.ts';
import { keyOf } from '../pointer.ts';
import type { TextEdit } from '../textEdit.ts';
import type { Unwrap, Wrap } from './change.ts';
import { columnIndent, indentAt, type Page, reindent, startsLine } from './page.ts';
import { fullStart, piecesOf } from './pieces.ts';
import { spellFlow, spellKey } from './spell.ts';

/** A value under a new name, or as an item of a list. */
export function wrap(page: Page, { node, name, before = [] }: Wrap): TextEdit[] {
  const isBlock = node.kind !== 'alias' && node.style === 'block' && node.kind !== 'scalar';
  if (!isBlock) return wrapFlow(page, node, name, before.map((item) => `, ${spellFlow(item, page)}`).join(''));
  return name === undefined ? wrapItem(page, node) : wrapBlock(page, node, name);
}

function wrapFlow(page: Page, node: Node, name: string | undefined, others: string): TextEdit[] {
  const { text, eol, unit, language } = page;
  const [start, end] = [fullStart(page, node), endOf(node)];
  const head = name === undefined ? '' : `${spellKey(name, language)}: `;
  const [open, close] = name === undefined ? ['[', ']'] : ['{', '}'];
  if (!text.slice(start, end).includes('\n')) {
    const pad = name === undefined ? '' : ' ';
    return [insertion(start, open + pad + head), insertion(end, others + pad + close)];
  }
  const indent = indentAt(text, start);
  return [
    insertion(start, `${open}${eol}${indent}${unit}${head}`),
    ...reindent(text, start, end, indent, indent + unit),
    insertion(end, `${others}${eol}${indent}${close}`),
  ];
}

function wrapItem({ text }: Page, node: Node): TextEdit[] {
  const [start, end] = [startOf(node), endOf(node)];
  const indent = columnIndent(text, start);
  return [insertion(start, '- '), ...reindent(text, start, end, indent, `${indent}  `)];
}

/** The new key stands where its value should by the layout, or does where that is further in; the value goes one level deeper. */
function wrapBlock({ text, eol, unit }: Page, node: Node, name: string): TextEdit[] {
  const [start, end] = [startOf(node), endOf(node)];
  const key = keyOf(node);
  const own = columnIndent(text, start);
  const usual = key && startsLine(text, start) ? columnIndent(text, startOf(key)) + unit : own;
  const outer = usual.length < own.length ? own : usual;
  const isFlush = own.length < outer.length;
  const inner = isFlush ? outer : outer + unit;
  const lead = outer.slice(own.length);
  return [insertion(start, `${lead}${name}:${eol}${inner}`), ...reindent(text, start, end, own, inner)];
}

/** The one member's value, or the one item, in place of what holds it. Undefined where it holds more. */
export function unwrap(page: Page, { node }: Unwrap): TextEdit[] | undefined {
  const only = node.kind === 'list' ? node.items[0] : node.entries[0]?.value;
  if (!only || piecesOf(page, node).length > 1 || (only.kind === 'scalar' && only.style === 'block')) return undefined;
  const isBlock = node.style === 'block' && only.kind !== 'alias' && only.style === 'block';
  return isBlock ? unwrapBlock(page, node, only) : unwrapFlow(page, node, only);
}

/** Undefined where comments stand beside the one that stays: they have no place to go. */
function unwrapFlow(page: Page, node: ListNode | MapNode, only: Node): TextEdit[] | undefined {
  const { text } = page;
  const [start, end] = [startOf(node), endOf(node)];
  const [innerStart, innerEnd] = [fullStart(page, only), endOf(only)];
  const isCommented = /#|\/\/|\/\*/.test(text.slice(start, innerStart) + text.slice(innerEnd, end));
  if (isCommented) return undefined;
  return [
    { start, end: innerStart, newText: '' },
    ...reindent(text, innerStart, innerEnd, indentAt(text, innerStart), indentAt(text, start)),
    { start: innerEnd, end, newText: '' },
  ];
}

function unwrapBlock(page: Page, node: ListNode | MapNode, only: Node): TextEdit[] {
  const { text, eol, unit } = page;
  const [start, innerStart, end] = [startOf(node), fullStart(page, only), endOf(node)];
  const key = keyOf(node);
  const [own, from] = [columnIndent(text, start), columnIndent(text, innerStart)];
  const isFlush = only.kind === 'list' && node.kind === 'map' && from === own;
  const to = isFlush || !key || !startsLine(text, start) ? own : columnIndent(text, startOf(key)) + unit;
  const comments = text.slice(start, innerStart).match(/#[^\r\n]*/g) ?? [];
  const kept = comments.map((comment) => comment.trimEnd() + eol + to).join('');
  const isOnOwnLine = startsLine(text, start);
  const head = {
    start: isOnOwnLine ? start - own.length : start,
    end: innerStart,
    newText: (isOnOwnLine ? to : '') + kept,
  };
  return [head, ...reindent(text, innerStart, end, from, to)];
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}
