import type { Language } from '../document.ts';
import { scalarType } from '../scalar.ts';
import type { ModelValue } from './change.ts';
import type { Page } from './page.ts';

/** A scalar as it is written; `quote` is the one that stood in its place. */
export function spellScalar(value: string | boolean, language: Language, { quote = '', inFlow = false } = {}): string {
  if (typeof value === 'boolean') return String(value);
  if (language === 'json' || quote === '"') return JSON.stringify(value);
  if (quote === '' && isPlain(value) && !(inFlow && value.includes(':'))) return value;
  return /[\p{Cc}\u2028\u2029]/u.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
}

/** True for a text that every reader of YAML takes for a string as it stands: no number, no boolean, no date. */
function isPlain(text: string): boolean {
  if (!/^[A-Za-z_/][\w./:+=@-]*$/.test(text) || text.endsWith(':') || /^[yn]$/i.test(text)) return false;
  return scalarType({ text, style: 'plain' } as Parameters<typeof scalarType>[0], 'yaml') === 'string';
}

/** A member's name as it is written; `quote` is the one that stood in its place. */
export function spellKey(name: string, language: Language, quote = ''): string {
  if (language === 'json') return JSON.stringify(name);
  return /^(?:Fn::)?[A-Za-z]\w*$/.test(name) && quote === '' ? name : spellScalar(name, language, { quote });
}

/** A value in brackets: over several lines where `indent`, that of the line it begins in, is given. */
export function spellFlow(value: ModelValue, page: Page, indent?: string): string {
  if (typeof value === 'string' || typeof value === 'boolean') {
    return spellScalar(value, page.language, { inFlow: true });
  }
  const short = page.language === 'yaml' ? spellInline(value, page) : undefined;
  if (short !== undefined) return short;
  const isList = Array.isArray(value);
  const inner = indent === undefined ? undefined : indent + page.unit;
  const parts = isList
    ? value.map((item: ModelValue) => spellFlow(item, page, inner))
    : Object.entries(value).map(([name, each]) => `${spellKey(name, page.language)}: ${spellFlow(each, page, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0 || (isList && value.every((item: ModelValue) => typeof item === 'string'))) {
    return `${open}${parts.join(', ')}${close}`;
  }
  if (inner === undefined) return isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  return `${open}${page.eol}${inner}${parts.join(`,${page.eol}${inner}`)}${page.eol}${indent}${close}`;
}

/** A member as a line of a block, and what is in it on lines below; `indent` is that of the member. */
export function spellMember(name: string, value: ModelValue, page: Page, indent: string): string {
  const key = `${spellKey(name, page.language)}:`;
  const short = spellInline(value, page);
  if (short !== undefined) return `${key} ${short}`;
  const isList = Array.isArray(value);
  const inner = isList && page.hasFlushLists ? indent : indent + page.unit;
  return `${key}${page.eol}${inner}${spellBlock(value, page, inner)}`;
}

/** A value as a block; `indent` is that of the line it begins in, up to where it begins. */
export function spellBlock(value: ModelValue, page: Page, indent: string): string {
  const short = spellInline(value, page);
  if (short !== undefined) return short;
  const parts = Array.isArray(value)
    ? value.map((item: ModelValue) => `- ${spellBlock(item, page, `${indent}  `)}`)
    : Object.entries(value).map(([name, each]) => spellMember(name, each, page, indent));
  return parts.join(`${page.eol}${indent}`);
}

/** What stands behind its key in one line: scalars, intrinsic functions by their short tags, what is empty; else undefined. */
export function spellInline(value: ModelValue, page: Page): string | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return spellScalar(value, page.language);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : undefined;
  const [only, ...others] = Object.entries(value);
  if (!only) return '{}';
  return others.length === 0 ? shortTag(...only) : undefined;
}

function shortTag(name: string, argument: ModelValue): string | undefined {
  if (name === 'Ref' && typeof argument === 'string') return `!Ref ${argument}`;
  if (name === 'Fn::Sub' && typeof argument === 'string') return `!Sub ${spellScalar(argument, 'yaml')}`;
  const isPath = name === 'Fn::GetAtt' && Array.isArray(argument);
  return isPath ? `!GetAtt ${argument.join('.')}` : undefined;
}
