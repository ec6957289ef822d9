/**
 * A set of characters as bits: four words for ASCII, 32 characters in each, and one word whose last bit stands for all the
 * others together. That is enough to tell whether two of AWS's patterns have a character in common.
 */
export type Letters = readonly [number, number, number, number, number];

/** Nothing is in it. */
export const noLetter: Letters = [0, 0, 0, 0, 0];
/** All are in it. */
export const everyLetter: Letters = [-1, -1, -1, -1, 1];
/** What `\d` stands for. */
export const digits: Letters = range('0', '9');
/** What `\w` stands for. */
export const wordLetters: Letters = [range('a', 'z'), range('A', 'Z'), letter('_')].reduce(either, digits);
/** What `\s` stands for. */
export const spaces: Letters = [...' \t\n\r\v\f'].map(letter).reduce(either);

/** One character. */
export function letter(character: string): Letters {
  return range(character, character);
}

/** The characters from one to another, both included. */
export function range(from: string, to: string): Letters {
  const [low = 0, high = 0] = [from.codePointAt(0), to.codePointAt(0)];
  const words: [number, number, number, number, number] = [0, 0, 0, 0, high > 127 ? 1 : 0];
  for (let code = low; code <= Math.min(high, 127); code++)
    words[code >> 5] = (words[code >> 5] ?? 0) | (1 << (code & 31));
  return words;
}

/** What is in one of two sets, or in both. */
export function either(a: Letters, b: Letters): Letters {
  return [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3], a[4] | b[4]];
}

/** All the characters that aren't in a set. The others are never left out whole. */
export function allBut(set: Letters): Letters {
  return [~set[0], ~set[1], ~set[2], ~set[3], 1];
}

/** True where some character is in both sets. */
export function meet(a: Letters, b: Letters): boolean {
  return ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3]) | (a[4] & b[4])) !== 0;
}

/** True where two sets have the same characters. */
export function areSame(a: Letters, b: Letters): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3] && a[4] === b[4];
}

/** The characters of a set; undefined where some are beyond ASCII. */
export function charactersOf(set: Letters): string[] | undefined {
  if (set[4] !== 0) return undefined;
  const codes = Array.from({ length: 128 }, (_, code) => code);
  return codes.filter((code) => ((set[code >> 5] ?? 0) >> (code & 31)) & 1).map((code) => String.fromCharCode(code));
}
