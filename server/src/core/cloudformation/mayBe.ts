import { type Automaton, haveCommonText } from './pattern/automaton.ts';
import { compile } from './pattern/compile.ts';
import { textsOf } from './pattern/texts.ts';
import { literalOf, type Text } from './text.ts';

/**
 * True where some filling of a text's holes matches a pattern whole. So `alias/${Name}` may be an alias, and can be no key
 * id, whatever Name is.
 */
export function mayBe(text: Text, pattern: string): boolean {
  const literal = literalOf(text);
  if (literal !== undefined) return expressionOf(pattern).test(literal);
  const own = patternOf(text);
  return remembered(answers, `${own}\n${pattern}`, () => haveCommonText(automatonOf(own), automatonOf(pattern)));
}

/** True of a pattern that `mayMatch` can read. */
export function isSimple(pattern: string): boolean {
  try {
    return pattern.length <= lengthLimit && isAscii.test(pattern) && automatonOf(pattern).states.length > 0;
  } catch {
    return false;
  }
}

/**
 * False where a text doesn't match a simple pattern whole. The pattern may be anybody's, so it isn't left to RegExp, which
 * can take forever. Long texts and those beyond ASCII may match any.
 */
export function mayMatch(text: string, pattern: string): boolean {
  if (text.length > lengthLimit || !isAscii.test(text)) return true;
  const own = literalPattern(text);
  return remembered(answers, `${own}\n${pattern}`, () => haveCommonText(automatonOf(own), automatonOf(pattern)));
}

/** All texts that match a simple pattern whole; undefined where they are more than a few. */
export function textsMatching(pattern: string): readonly string[] | undefined {
  return textsOf(automatonOf(pattern), fewTexts);
}

/** True where some filling makes a text one of these. */
export function mayBeOneOf(text: Text, texts: readonly string[]): boolean {
  const literal = literalOf(text);
  return literal === undefined ? mayBe(text, texts.map(literalPattern).join('|')) : texts.includes(literal);
}

/** True where some filling makes two texts the same. */
export function mayBeEqual(a: Text, b: Text): boolean {
  return mayBe(a, patternOf(b));
}

/** True where a text, if it matches any of these patterns, can only match the one. */
export function isCertainly(text: Text, pattern: string, among: readonly string[]): boolean {
  return mayBe(text, pattern) && !among.some((other) => other !== pattern && mayBe(text, other));
}

/** Longer than any name, or the pattern of one; the work grows with both. */
const lengthLimit = 300;
const isAscii = /^[\0-\x7f]*$/;
/** As many as are told apart one by one where a template lists them, too. */
const fewTexts = 16;

/** The pattern of a text: its literals as they are, its holes by what may fill them. */
function patternOf(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? literalPattern(part) : `(?:${part.pattern})`)).join('');
}

/** The pattern that a literal alone matches. */
function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function automatonOf(pattern: string): Automaton {
  return remembered(automata, pattern, () => compile(pattern));
}

function expressionOf(pattern: string): RegExp {
  return remembered(expressions, pattern, () => new RegExp(`^(?:${pattern})$`));
}

const expressions = new Map<string, RegExp>();
const automata = new Map<string, Automaton>();
const answers = new Map<string, boolean>();
/** More than the forms of AWS and the texts of a large template; so the memory that they take is bounded. */
const memoryLimit = 1000;

/** The same questions are asked with every edit of a document. */
function remembered<T>(memory: Map<string, T>, key: string, work: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= memoryLimit) memory.clear();
  const made = work();
  memory.set(key, made);
  return made;
}
