import { filled, type Say, sayEnglish } from './say.ts';

/** The texts of a language, by the English ones. */
export type Texts = Readonly<Record<string, string>>;

/** A language to speak to the user in. */
export interface Tongue {
  readonly say: Say;
  /** A message, or circumstances, put together in English, as the engine gives them; they stay so where there is no text. */
  translate(message: string): string;
}

/** Speaks a language by its texts; English without any. */
export function tongueOf(texts: Texts | undefined): Tongue {
  if (!texts) return { say: sayEnglish, translate: (message) => message };
  const patterns = patternsOf(texts);
  const say: Say = (english, ...values) => filled(own(texts, english) ?? english, values);
  return { say, translate: (message) => translated(message, texts, patterns) };
}

/** A text with holes, as it is met filled in. */
interface Pattern {
  readonly filledIn: RegExp;
  /** Which value stands in which hole, in the order of the English text. */
  readonly holes: readonly number[];
  readonly text: string;
}

/** A text of fewer letters is a label: `{0} of {1}` would be met in anybody's words. */
const fewestLetters = 7;

/** The longest first: it says most. */
function patternsOf(texts: Texts): Pattern[] {
  return Object.entries(texts)
    .filter(([english]) => /\{\d\}/.test(english) && lettersIn(english) >= fewestLetters)
    .sort(([a], [b]) => b.replace(/\{\d\}/g, '').length - a.replace(/\{\d\}/g, '').length)
    .map(([english, text]) => {
      const literal = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
      const holes = [...english.matchAll(/\{(\d)\}/g)].map(([, hole]) => Number(hole));
      return { filledIn: new RegExp(`^${literal.replace(/\{\d\}/g, '(.+)')}$`, 's'), holes, text };
    });
}

function lettersIn(english: string): number {
  return english.replace(/[^a-z]/gi, '').length;
}

function translated(message: string, texts: Texts, patterns: readonly Pattern[]): string {
  const whole = own(texts, message);
  if (whole !== undefined) return whole;
  if (/^(?:for example )?when /.test(message)) return whenIn(`(${message})`, texts).slice(1, -1);
  const [, main, when] = / \((?:when|for example when) .*\)$/s.test(message)
    ? (/^(.*?)( \((?:when|for example when) .*\))$/s.exec(message) ?? [])
    : [];
  if (main !== undefined && when !== undefined) return translated(main, texts, patterns) + whenIn(when, texts);
  for (const { filledIn, holes, text } of patterns) {
    const found = filledIn.exec(message);
    if (!found) continue;
    const values: string[] = [];
    for (const [index, hole] of holes.entries()) values[hole] = valueIn(found[index + 1] ?? '', texts);
    return filled(text, values);
  }
  return message;
}

/** What stands in a hole is a name, and stays; a phrase is one of ours. */
function valueIn(value: string, texts: Texts): string {
  return value.includes(' ') ? (own(texts, value) ?? value) : value;
}

/** The circumstances: names and values as they are, the words between them in the language. */
function whenIn(when: string, texts: Texts): string {
  const words = ['for example when', 'when', 'is not', 'is', 'and', 'or', 'anything', 'empty'];
  const pattern = new RegExp(`(?<=[ (])(?:${words.join('|')})(?=[ ,)])`, 'g');
  return when.replace(pattern, (word) => own(texts, word) ?? word);
}

function own(texts: Texts, english: string): string | undefined {
  return Object.hasOwn(texts, english) ? texts[english] : undefined;
}
