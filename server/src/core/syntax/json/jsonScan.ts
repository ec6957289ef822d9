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
const slash = 47;
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

/** The map that opens at an offset; undefined where its brackets or strings don't balance. */
export function scanMap(text: string, open: number): ScannedMap | undefined {
  const members: ScannedMember[] = [];
  let at = skipBlank(text, open + 1);
  while (text.charCodeAt(at) === quote) {
    const member = scanMember(text, at);
    if (!member) return undefined;
    members.push(member);
    at = skipBlank(text, member.end);
    if (text.charCodeAt(at) === comma) at = skipBlank(text, at + 1);
  }
  return text[at] === '}' ? { members, end: at + 1 } : undefined;
}

/** Behind white space and comments. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    const isBlank = unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 0xfeff;
    if (isBlank) at++;
    else if (unit === slash) at = skipComment(text, at);
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

/** Behind a value: its closing bracket, or the last character before a comma or an outer bracket. */
function skipValue(text: string, start: number): number | undefined {
  let depth = 0;
  let end = start;
  for (let at = start; at < text.length; at = skipBlank(text, end)) {
    const unit = text.charCodeAt(at);
    const closes = closers.has(unit);
    if (depth === 0 && (unit === comma || closes)) return end;
    if (openers.has(unit)) depth++;
    if (closes) depth--;
    const behind = unit === quote ? skipString(text, at) : at + 1;
    if (behind === undefined || (closes && depth === 0)) return behind;
    end = behind;
  }
  return undefined;
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

function skipComment(text: string, start: number): number {
  if (text[start + 1] === '*') {
    const end = text.indexOf('*/', start + 2);
    return end === -1 ? text.length : end + 2;
  }
  if (text[start + 1] !== '/') return start + 1;
  const end = text.slice(start).search(/[\r\n]/);
  return end === -1 ? text.length : start + end;
}
