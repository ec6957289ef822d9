import { type Automaton, haveCommonText } from './pattern/automaton.ts';
import { compile } from './pattern/compile.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';

/**
 * True where some filling of a text's holes matches a pattern whole. So `alias/${Name}` may be an alias, and can be no key
 * id, whatever Name is.
 */
export function textMayBe(text: Text, pattern: string): boolean {
  return haveCommonText(automatonOf(patternOf(text)), automatonOf(pattern));
}

/** True where a value is there that matches a pattern, or may turn out as one that does. Of what is malformed nobody knows. */
export function mayBe(value: Value<string>, pattern: string): boolean {
  if (value.state === 'absent') return false;
  if (value.state === 'known') return new RegExp(`^(?:${pattern})$`).test(value.value);
  return value.state === 'malformed' || value.text === undefined || textMayBe(value.text, pattern);
}

/** True where a value, if it matches any of these patterns, can only match this one. */
export function isCertainly(value: Value<string>, pattern: string, others: readonly string[]): boolean {
  return mayBe(value, pattern) && !others.some((other) => other !== pattern && mayBe(value, other));
}

/** The pattern of a text: its literals as they are, its holes by what may fill them. */
function patternOf(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? literalPattern(part) : `(?:${part.pattern})`)).join('');
}

/** A literal as a pattern. */
export function literalPattern(text: string): string {
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
