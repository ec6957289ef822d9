import type { Language } from '../language.ts';
import { scalarType } from '../scalar.ts';
import type { ModelValue } from './change.ts';
import { type Ink, layBlock, layFlow, layInline, layMember, TabStop } from './layout.ts';
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
  return layFlow(value, inkOf(page), indent);
}

/** A member as a line of a block, and what is in it on lines below; `indent` is that of the member. */
export function spellMember(name: string, value: ModelValue, page: Page, indent: string): string {
  return layMember(name, value, inkOf(page), indent);
}

/** A value as a block; `indent` is that of the line it begins in, up to where it begins. */
export function spellBlock(value: ModelValue, page: Page, indent: string): string {
  return layBlock(value, inkOf(page), indent);
}

/** What stands behind its key in one line; undefined for what takes lines of its own. */
export function spellInline(value: ModelValue, page: Page): string | undefined {
  return layInline(value, inkOf(page));
}

function inkOf(page: Page): Ink {
  const { language } = page;
  return {
    ...page,
    scalar: (value, inFlow) => spellScalar(value instanceof TabStop ? value.text : value, language, { inFlow }),
    key: (name) => spellKey(name, language),
    mark: (text) => text,
  };
}
