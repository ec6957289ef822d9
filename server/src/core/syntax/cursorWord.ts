import type { Language } from './language.ts';
import type { Line } from './lines.ts';

/** The word that a place in a text is in, or would begin: what a completion replaces. Offsets are UTF-16 units. */
export interface CursorWord {
  /** Its quote included. */
  readonly start: number;
  readonly end: number;
  readonly quote: '' | '"' | "'";
  /** From the word's first letter to the cursor. */
  readonly typed: string;
  /** All of it, without its quotes. */
  readonly whole: string;
  /** True where nothing but white space and dashes stands before it on its line. */
  readonly beginsLine: boolean;
  /** True where nothing, or a comment, follows it on its line. */
  readonly endsLine: boolean;
  readonly hasColon: boolean;
  /** True right behind the colon of a key, where YAML wants a blank. */
  readonly lacksBlank: boolean;
}

/**
 * The word at an offset of a line, by that alone: what is around may be as broken as it likes. Undefined right behind a value in
 * quotes or brackets, and where a comment's mark stands.
 */
export function cursorWord(
  { start: lineStart, text: line }: Line,
  offset: number,
  language: Language,
): CursorWord | undefined {
  const at = Math.min(offset - lineStart, line.length);
  const { from, to, quote } = quoted(line, at, language) ?? plain(line, at, language);
  if (matchAt(noWord, line, from)) return undefined;
  const before = line.slice(0, from);
  const behind = line.slice(to);
  const lacksBlank = language === 'yaml' && quote === '' && isKeyAlone(before);
  return {
    start: lineStart + from,
    end: lineStart + to,
    quote,
    typed: line.slice(from + quote.length, at),
    whole: line.slice(from + quote.length, to - (quote !== '' && line.endsWith(quote, to) ? 1 : 0)),
    beginsLine: /^\s*(?:- +)*$/.test(before),
    endsLine: /^\s*(?:#.*)?$/.test(behind),
    hasColon: language === 'json' ? /^\s*:/.test(behind) : /^\s*:(?:\s|$)/.test(behind),
    lacksBlank,
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly quote: CursorWord['quote'];
}

const strings: Readonly<Record<Language, RegExp>> = {
  json: /"(?:[^"\\]|\\.)*("|\\?$)/g,
  yaml: /(?<=^|[\s[{,(])(?:"(?:[^"\\]|\\.)*("|\\?$)|'(?:[^']|'')*('|$))/g,
};

/** The string that a place of the line is in. One that isn't closed ends with the word that is being typed. */
function quoted(line: string, at: number, language: Language): Stretch | undefined {
  for (const { 0: found, index } of line.matchAll(strings[language])) {
    const quote = found.startsWith('"') ? '"' : "'";
    const isClosed = found.length > 1 && found.endsWith(quote);
    const end = index + found.length;
    if (index < at && (isClosed ? at < end : at <= end)) {
      const typing = at + (/^[\w:/.-]*/.exec(line.slice(at))?.[0].length ?? 0);
      return { from: index, to: isClosed ? end : typing, quote };
    }
  }
  return undefined;
}

/** What belongs to a word in front of a place, with its tag, and behind it. Looked for from there, in one go however long the line. */
const plainWords: Readonly<Record<Language, { readonly before: RegExp; readonly behind: RegExp }>> = {
  json: {
    before: /(?<=((?:[\w.-]|(?<![/*])\/(?![/*]))*))/y,
    behind: /(?:[\w.-]|(?<![/*])\/(?![/*]))*/y,
  },
  yaml: {
    before: /(?<=((?:![\w:]*[ \t]+)?[^\s,[\]{}"']*))/y,
    behind: /(?:[^\s,[\]{}"'#:]|:(?=[^\s,[\]{}]))*/y,
  },
};

/** Behind what closes a value, within the mark of a comment in JSON, in front of one in YAML. */
const noWord = /(?<=["'}\]]|(?<!\*)\/)|(?=#)/y;

/** A word without quotes; with its tag, where one stands before it. A name with two colons, as `Fn::If`, is one, also between them. */
function plain(line: string, at: number, language: Language): Stretch {
  if (language === 'yaml' && isKeyAlone(line.slice(0, at)) && line[at] !== ':') return { from: at, to: at, quote: '' };
  const { before, behind } = plainWords[language];
  return {
    from: at - (matchAt(before, line, at)?.[1]?.length ?? 0),
    to: at + (matchAt(behind, line, at)?.[0].length ?? 0),
    quote: '',
  };
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/** True for the beginning of a line that ends right behind the colon of its first key. */
function isKeyAlone(before: string): boolean {
  return /^[\s-]*[^\s:-][^\s:]*:$/.test(before);
}
