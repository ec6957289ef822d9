import {
  backslash,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  doubleQuote,
  isLineEnd,
  newline,
  openBrace,
  openBracket,
  slash,
  space,
  star,
  tab,
} from '../units.ts';

/** Finds the members of a map in balanced JSON without reading their values. Offsets are UTF-16 units of the text. */

/** One `"key": value` of a map. */
export interface ScannedMember {
  /** The key as written, quotes and escapes included. */
  readonly key: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
  /** The members of its value, where they were asked for and it is a map. */
  readonly members: readonly ScannedMember[] | undefined;
}

/** A map whose brackets and strings balance. */
export interface ScannedMap {
  readonly members: readonly ScannedMember[];
  /** Behind its closing bracket. */
  readonly end: number;
}

/**
 * The map that opens at an offset; undefined where its brackets or strings don't balance, or a comma is missing.
 * `opened` are the keys, as written, of members that are looked into as well.
 */
export function scanMap(text: string, open: number, opened?: ReadonlySet<string>): ScannedMap | undefined {
  const members: ScannedMember[] = [];
  let at = skipBlank(text, open + 1);
  while (text.charCodeAt(at) === doubleQuote) {
    const member = scanMember(text, at, opened);
    if (!member) return undefined;
    members.push(member);
    at = skipBlank(text, member.end);
    if (text.charCodeAt(at) !== comma) break;
    at = skipBlank(text, at + 1);
  }
  return text.charCodeAt(at) === closeBrace ? { members, end: at + 1 } : undefined;
}

/** The member whose key opens at an offset; undefined where that is no `"key": value` whose brackets balance. */
export function scanMember(text: string, start: number, opened?: ReadonlySet<string>): ScannedMember | undefined {
  const keyEnd = text.charCodeAt(start) === doubleQuote ? skipString(text, start) : undefined;
  const colonAt = keyEnd === undefined ? -1 : skipBlank(text, keyEnd);
  if (text.charCodeAt(colonAt) !== colon) return undefined;
  const key = text.slice(start, keyEnd);
  const valueStart = skipBlank(text, colonAt + 1);
  const isOpened = opened?.has(key) && text.charCodeAt(valueStart) === openBrace;
  const map = isOpened ? scanMap(text, valueStart) : undefined;
  const end = isOpened ? map?.end : skipValue(text, valueStart);
  return end === undefined ? undefined : { key, start, valueStart, end, members: map?.members };
}

/** Behind white space and comments. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    const isBlank = unit === space || unit === newline || unit === carriageReturn || unit === tab;
    if (isBlank) at++;
    else if (unit === slash && isComment(text, at)) at = skipComment(text, at);
    else return at;
  }
}

const lineEnd = /[\r\n]/g;
const literal = /[^\s,:{}[\]"/]*/y;

/** Behind a value; where none is written, there. */
function skipValue(text: string, start: number): number | undefined {
  const unit = text.charCodeAt(start);
  if (unit === doubleQuote) return skipString(text, start);
  if (unit === openBrace || unit === openBracket) return skipBrackets(text, start);
  literal.lastIndex = start;
  literal.test(text);
  return literal.lastIndex;
}

function skipBrackets(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === openBrace || unit === openBracket) depth++;
    else if ((unit === closeBrace || unit === closeBracket) && --depth === 0) return at + 1;
    const behind = behindToken(text, at, unit);
    if (behind === undefined) return undefined;
    at = behind;
  }
  return undefined;
}

function behindToken(text: string, at: number, unit: number): number | undefined {
  if (unit === doubleQuote) return skipString(text, at);
  return unit === slash && isComment(text, at) ? skipComment(text, at) : at + 1;
}

/** Behind a string's closing quote; undefined for one that its line doesn't close. */
function skipString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === doubleQuote) return at + 1;
    if (unit === backslash) at++;
    else if (isLineEnd(unit)) return undefined;
  }
  return undefined;
}

/** True where a comment begins. */
export function isComment(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === slash && (next === slash || next === star);
}

/** Behind a comment, the line end of one that its line ends not included; one that isn't closed reaches to the text's end. */
export function skipComment(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === star) {
    const end = text.indexOf('*/', start + 2);
    return end === -1 ? text.length : end + 2;
  }
  lineEnd.lastIndex = start;
  return lineEnd.exec(text)?.index ?? text.length;
}
