import { type Comment, commentsWith, lineEnd, lineStart } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';

/** Where a suppression's comment is heard: the findings of its own line, of the next one, of the whole file. */
export type Reach = 'line' | 'next-line' | 'file';

/** A comment that suppresses: `s3-encryption-ignore-next-line RULE… -- reason`. Offsets are UTF-16 units of the text. */
export interface Directive {
  readonly reach: Reach;
  /** The directive's own word. */
  readonly word: Word;
  readonly rules: readonly Word[];
  /** The findings that it speaks of begin from here up to `to`, both included. */
  readonly from: number;
  readonly to: number;
}

/** A piece of the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What every directive's word begins with. */
export const directivePrefix = 's3-encryption-ignore-';

/** Behind the comment's mark, and on the lines of a block comment behind the star that they begin with. */
const statement =
  /(?<=^(?:#+|\/\/+|\/\*+|[ \t]*\*)?[ \t]*)s3-encryption-ignore-(?<reach>next-line|line|file)(?![\w-])(?<rest>[^\r\n]*)/gm;

/** The directives that a document's comments state. A text without any costs one search of it. */
export function directivesOf(document: Document): Directive[] {
  return commentsWith(document, directivePrefix).flatMap((comment) =>
    [...comment.text.matchAll(statement)].map((match) => directiveOf(document.text, comment, match)),
  );
}

function directiveOf(text: string, comment: Comment, match: RegExpExecArray): Directive {
  const reach = match.groups?.reach as Reach;
  const start = comment.start + match.index;
  const end = start + directivePrefix.length + reach.length;
  const named = (match.groups?.rest ?? '').replace(/(?:^|\s)--.*$|\*\/$/g, '');
  const rules = [...named.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => wordAt(name, end + index));
  return { reach, word: wordAt(match[0].slice(0, end - start), start), rules, ...rangeOf(text, comment, reach) };
}

function wordAt(text: string, start: number): Word {
  return { text, start, end: start + text.length };
}

function rangeOf(text: string, comment: Comment, reach: Reach): { from: number; to: number } {
  if (reach === 'file') return { from: 0, to: text.length };
  if (reach === 'line') return { from: lineStart(text, comment.start), to: lineEnd(text, comment.end) };
  const from = nextLineWithContent(text, comment.end);
  return { from, to: lineEnd(text, from) };
}

const blankOrComment = /[ \t]*(?:#[^\r\n]*|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*)?(?:\r\n|\r|\n)/y;

/** So several suppressions can stand above one line, and an explanation between. */
function nextLineWithContent(text: string, commentEnd: number): number {
  const end = lineEnd(text, commentEnd);
  let at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  for (blankOrComment.lastIndex = at; blankOrComment.test(text); blankOrComment.lastIndex = at) {
    at = blankOrComment.lastIndex;
  }
  return Math.min(at, text.length);
}
