/** Finds the members of a map in balanced JSON without reading their values. Offsets are UTF-16 units of the text. */

/** One `"key": value` of a map. */
export interface ScannedMember {
  /** The key as written, quotes and escapes included. */
  readonly key: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

const quote = 34;
const lineEnd = /[\r\n]/g;
const backslash = 92;
const openers = new Set([91, 123]);
const closers = new Set([93, 125]);
const comma = 44;
const colon = 58;

/** A map whose brackets and strings balance. */
export interface ScannedMap {
  readonly members: readonly ScannedMember[];
  /** Behind its closing bracket. */
  readonly end: number;
}

/** The map that opens at an offset; undefined where its brackets or strings don't balance, or a comma is missing. */
export function scanMap(text: string, open: number): ScannedMap | undefined {
  const members: ScannedMember[] = [];
  let at = skipBlank(text, open + 1);
  while (text.charCodeAt(at) === quote) {
    const member = scanMember(text, at);
    if (!member) return undefined;
    members.push(member);
    at = skipBlank(text, member.end);
    if (text.charCodeAt(at) !== comma) break;
    at = skipBlank(text, at + 1);
  }
  return text[at] === '}' ? { members, end: at + 1 } : undefined;
}

/** Behind white space and comments. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    const isBlank = unit === 32 || unit === 10 || unit === 13 || unit === 9;
    if (isBlank) at++;
    else if (isComment(text, at)) at = skipComment(text, at);
    else return at;
  }
}

function scanMember(text: string, start: number): ScannedMember | undefined {
  const keyEnd = skipString(text, start);
  const colonAt = keyEnd === undefined ? -1 : skipBlank(text, keyEnd);
  if (text.charCodeAt(colonAt) !== colon) return undefined;
  const valueStart = skipBlank(text, colonAt + 1);
  const end = skipValue(text, valueStart);
  return end === undefined ? undefined : { key: text.slice(start, keyEnd), start, valueStart, end };
}

const literal = /[^\s,:{}[\]"/]*/y;

/** Behind a value; where none is written, there. */
function skipValue(text: string, start: number): number | undefined {
  const unit = text.charCodeAt(start);
  if (unit === quote) return skipString(text, start);
  if (openers.has(unit)) return skipBrackets(text, start);
  literal.lastIndex = start;
  literal.test(text);
  return literal.lastIndex;
}

function skipBrackets(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (openers.has(unit)) depth++;
    if (closers.has(unit) && --depth === 0) return at + 1;
    const behind = behindToken(text, at, unit);
    if (behind === undefined) return undefined;
    at = behind;
  }
  return undefined;
}

function behindToken(text: string, at: number, unit: number): number | undefined {
  if (unit === quote) return skipString(text, at);
  return isComment(text, at) ? skipComment(text, at) : at + 1;
}

/** Behind a string's closing quote; undefined for one that its line doesn't close. */
function skipString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at + 1;
    if (unit === backslash) at++;
    else if (unit === 10 || unit === 13) return undefined;
  }
  return undefined;
}

function isComment(text: string, at: number): boolean {
  return text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*');
}

function skipComment(text: string, start: number): number {
  if (text[start + 1] === '*') {
    const end = text.indexOf('*/', start + 2);
    return end === -1 ? text.length : end + 2;
  }
  lineEnd.lastIndex = start;
  return lineEnd.exec(text)?.index ?? text.length;
}
