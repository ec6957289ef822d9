import { type Automaton, haveCommonText } from './pattern/automaton.ts';
import { compile } from './pattern/compile.ts';
import { literalOf, type Text } from './text.ts';

/**
 * True where some filling of a text's holes matches a pattern whole. So `alias/${Name}` may be an alias, and can be no key
 * id, whatever Name is.
 */
export function mayBe(text: Text, pattern: string): boolean {
  const literal = literalOf(text);
  if (literal !== undefined) return new RegExp(`^(?:${pattern})$`).test(literal);
  return haveCommonText(automatonOf(patternOf(text)), automatonOf(pattern));
}

/** True where some filling makes a text one of these. */
export function mayBeOneOf(text: Text, texts: readonly string[]): boolean {
  return mayBe(text, texts.map(literalPattern).join('|'));
}

/** True where a text, if it matches any of these patterns, can only match the one. */
export function isCertainly(text: Text, pattern: string, among: readonly string[]): boolean {
  return mayBe(text, pattern) && !among.some((other) => other !== pattern && mayBe(text, other));
}

/** The pattern of a text: its literals as they are, its holes by what may fill them. */
function patternOf(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? literalPattern(part) : `(?:${part.pattern})`)).join('');
}

/** The pattern that a literal alone matches. */
function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

const automata = new Map<string, Automaton>();
/** More than AWS's forms and the texts of a large template; so the memory that they take is bounded. */
const automataLimit = 500;

function automatonOf(pattern: string): Automaton {
  const known = automata.get(pattern);
  if (known) return known;
  if (automata.size >= automataLimit) automata.clear();
  const automaton = compile(pattern);
  automata.set(pattern, automaton);
  return automaton;
}
