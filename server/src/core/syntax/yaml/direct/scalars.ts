import { backslash, carriageReturn, space, tab } from '../../units.ts';
import { unusual } from './unusual.ts';

// Plain and quoted scalars as nearly all templates write them. What is written otherwise is `unusual`, which is thrown then.

// Runs of simple units are one step of the pattern each: a step a unit would overflow the matcher's stack in a line of megabytes.
const first = '[^\\s\\-?:,[\\]{}#&*!|>\'"%@`]';
const solid = '[^ \\t\\r\\n]';
const rest = `[^\\n:#]*(?:(?::(?=${solid})|(?<=${solid})#)[^\\n:#]*)*`;
const blockPlain = new RegExp(`(?:${first}|-(?=${solid}))${rest}`, 'y');
const continuation = new RegExp(`(?=[^\\n:#]|:${solid})${rest}`, 'y');

const solidInFlow = '[^ \\t\\r\\n,[\\]{}]';
const restInFlow = `[^\\n:#,[\\]{}]*(?:(?::(?=${solidInFlow})|(?<=${solid})#)[^\\n:#,[\\]{}]*)*`;
const flowPlain = new RegExp(`(?:${first}|-(?=${solidInFlow}))${restInFlow}`, 'y');

/** Where a plain scalar that begins here stops on its line: at a colon that ends a key, at a comment, or at the line's end. */
export function plainStop(text: string, at: number): number {
  return stopOf(blockPlain, text, at);
}

/** The same within brackets, where commas and brackets stop it as well. */
export function flowPlainStop(text: string, at: number): number {
  return stopOf(flowPlain, text, at);
}

/** Where another line of a plain scalar stops. */
export function continuationStop(text: string, at: number): number {
  return stopOf(continuation, text, at);
}

function stopOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw unusual;
  return pattern.lastIndex;
}

/** The end of what isn't white before an offset. */
export function trimmedEnd(text: string, stop: number): number {
  let end = stop;
  while (isWhite(text.charCodeAt(end - 1))) end--;
  return end;
}

/** True for what may stand between a scalar and the end of its line. */
export function isWhite(unit: number): boolean {
  return unit === space || unit === tab || unit === carriageReturn;
}

/** Behind the closing quote of a quoted scalar that begins here. */
export function quotedEnd(text: string, at: number): number {
  const quote = text.charAt(at);
  for (let end = text.indexOf(quote, at + 1); end !== -1; end = text.indexOf(quote, end + 1)) {
    if (quote === '"' && isEscaped(text, end)) continue;
    if (quote === '"' || text.charAt(end + 1) !== quote) return end + 1;
    end++;
  }
  throw unusual;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === backslash) before--;
  return (at - before) % 2 === 1;
}

/** What JSON doesn't know in a string. It may also find the second of two backslashes, which costs a thorough reading. */
const strangeInJson = /[\n\t\r]|\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/;

/** What a quoted scalar stands for; `source` is what stands between its quotes. */
export function quotedText(source: string, isDouble: boolean): string {
  if (!isDouble) return folded(source.includes("''") ? source.replaceAll("''", "'") : source);
  if (!source.includes('\\')) return folded(source);
  if (strangeInJson.test(source)) throw unusual;
  return JSON.parse(`"${source}"`) as string;
}

/** Lines of a flow scalar as one: a break is a space, each further one a break. */
export function folded(source: string): string {
  if (!source.includes('\n')) return source;
  return source.replace(/[ \t]*\r?\n[ \t\r\n]*/g, (gap) => {
    const breaks = gap.split('\n').length - 1;
    return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
  });
}
