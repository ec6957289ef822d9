/**
 * A set of characters as bits: one for each of ASCII, and one for all the others together. That is enough to tell whether
 * two of AWS's patterns have a character in common.
 */
export type Letters = bigint;

const others = 1n << 128n;
export const everyLetter: Letters = (1n << 129n) - 1n;
export const digits: Letters = range('0', '9');
export const wordLetters: Letters = digits | range('a', 'z') | range('A', 'Z') | letter('_');
export const spaces: Letters = [...' \t\n\r\v\f'].reduce((set, each) => set | letter(each), 0n);

/** One character. */
export function letter(character: string): Letters {
  const code = character.codePointAt(0) ?? 0;
  return code < 128 ? 1n << BigInt(code) : others;
}

/** The characters from one to another, both included. */
export function range(from: string, to: string): Letters {
  const [low = 0, high = 0] = [from.codePointAt(0), to.codePointAt(0)];
  let set: Letters = high > 127 ? others : 0n;
  for (let code = low; code <= Math.min(high, 127); code++) set |= 1n << BigInt(code);
  return set;
}

/** All the characters that aren't in a set. The others are never left out whole. */
export function allBut(set: Letters): Letters {
  return (everyLetter & ~set) | others;
}
