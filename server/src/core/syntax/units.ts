/** UTF-16 units that mean something to JSON and YAML. */
export const tab = 9;
export const newline = 10;
export const carriageReturn = 13;
export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const star = 42;
export const comma = 44;
export const dash = 45;
export const slash = 47;
export const colon = 58;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const openBrace = 123;
export const closeBrace = 125;

/** Stands for a unit behind the end of a text. */
export const endOfText = -1;

/** True for a unit that ends a line, or a part of what does. */
export function isLineEnd(unit: number): boolean {
  return unit === newline || unit === carriageReturn;
}

/** The unit at an offset; `endOfText` behind the last. */
export function unitAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : endOfText;
}

/** The first offset from one on at which no space stands. */
export function behindSpaces(text: string, from: number): number {
  let at = from;
  while (unitAt(text, at) === space) at++;
  return at;
}
