import { type Comment, commentsWith, isWithinComment, isWithinScalar } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';
import type { Language } from '../syntax/language.ts';
import type { Line } from '../syntax/lines.ts';
import { OwnMemory } from '../syntax/memory.ts';
import type { SourceText } from '../syntax/sourceText.ts';

/** Where a suppression's comment is heard: the findings of its own line, of the next one, of the whole file. */
export type DirectiveReach = 'line' | 'next-line' | 'file';

/** A comment that suppresses: `s3-encryption-ignore-next-line RULE… -- reason`. Offsets are UTF-16 units of the text. */
export interface Directive {
  readonly reach: DirectiveReach;
  readonly comment: Comment;
  /** The directive's own word. */
  readonly word: Word;
  readonly rules: readonly Word[];
  /** Where the lines begin that the findings it speaks of begin on; undefined where it is heard in the whole file. */
  readonly lines: readonly number[] | undefined;
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

/** The directives that a document's comments state, read once. A text without any costs one search of it. */
export function directivesOf(document: Document): readonly Directive[] {
  return ofDocuments.once(document, () => {
    const lines = new ContentLines(document);
    return commentsWith(document, directivePrefix).flatMap((comment) =>
      [...comment.text.matchAll(statement)].map((match) => directiveOf(lines, comment, match)),
    );
  });
}

const ofDocuments = new OwnMemory<Document, readonly Directive[]>();

/** The directive of a document that has a word, its own or the name of a rule, which begins at an offset of the text. */
export function directiveAt(document: Document, offset: number): Directive | undefined {
  return byWords.once(document, indexByWords).get(offset);
}

/** Each that suppresses nothing is looked for to be taken out, and there may be as many of those as there are comments. */
const byWords = new OwnMemory<Document, ReadonlyMap<number, Directive>>();

function indexByWords(document: Document): ReadonlyMap<number, Directive> {
  const directives = directivesOf(document);
  return new Map(directives.flatMap((each) => [each.word, ...each.rules].map(({ start }) => [start, each])));
}

/**
 * True for a line, by its start, that a comment on a line of its own above it is heard on: one that holds more than comments,
 * and that no text or comment from above reaches into, for what is put there would belong to that.
 */
export function hearsFromAbove(document: Document, lineStart: number): boolean {
  if (isWithinScalar(document, lineStart) || isWithinComment(document, lineStart)) return false;
  return new ContentLines(document).from(lineStart)?.start === lineStart;
}

function directiveOf(lines: ContentLines, comment: Comment, match: RegExpExecArray): Directive {
  const reach = match.groups?.reach as DirectiveReach;
  const start = comment.start + match.index;
  const end = start + directivePrefix.length + reach.length;
  const named = (match.groups?.rest ?? '').replace(/(?:^|\s)--.*$|\*\/$/g, '');
  const rules = [...named.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => wordAt(name, end + index));
  const word = wordAt(match[0].slice(0, end - start), start);
  return { reach, comment, word, rules, lines: linesOf(lines, comment, reach) };
}

function wordAt(text: string, start: number): Word {
  return { text, start, end: start + text.length };
}

function linesOf(lines: ContentLines, comment: Comment, reach: DirectiveReach): readonly number[] | undefined {
  const { source } = lines.document;
  if (reach === 'file') return undefined;
  if (reach === 'line') return linesFrom(source, comment.start, comment.end);
  const line = lines.from(source.lineAt(comment.end).next);
  return line ? [line.start] : [];
}

/** Where the lines begin from that of an offset up to that of another one. */
function linesFrom(source: SourceText, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let at: number | undefined = from; at !== undefined && at <= to; ) {
    const line: Line = source.lineAt(at);
    starts.push(line.start);
    at = line.next;
  }
  return starts;
}

/** What of a line is no content. */
const comments: Readonly<Record<Language, RegExp>> = {
  json: /^(?:[ \t]|\/\*.*?\*\/)*(?:\/\/.*)?/s,
  yaml: /^[ \t]*(?:#.*)?/s,
};

/** The lines of a document that hold more than comments: several suppressions can stand above one, and an explanation between. */
class ContentLines {
  readonly document: Document;
  /** What was found from the start of a line on: of many comments in a row each would look through those behind it. */
  readonly #known = new Map<number, Line | undefined>();

  constructor(document: Document) {
    this.document = document;
  }

  /** The first one from the start of a line on. */
  from(start: number | undefined): Line | undefined {
    const passed: number[] = [];
    let at = start;
    let found: Line | undefined;
    while (at !== undefined && !found && !this.#known.has(at)) {
      passed.push(at);
      const next = this.#behindComments(at);
      if (typeof next === 'object') found = next;
      else at = next;
    }
    found ??= at === undefined ? undefined : this.#known.get(at);
    for (const each of passed) this.#known.set(each, found);
    return found;
  }

  /** The line that begins there, if it is one; else the start of the line behind it, or behind a comment over several. */
  #behindComments(start: number): Line | number | undefined {
    const { source, language } = this.document;
    let isOpen = false;
    for (let at: number | undefined = start; at !== undefined; ) {
      const line: Line = source.lineAt(at);
      const content: string = `${isOpen ? '/*' : ''}${line.text}`.replace(comments[language], '');
      isOpen = language === 'json' && content.startsWith('/*');
      if (!isOpen) return content === '' ? line.next : line;
      at = line.next;
    }
    return undefined;
  }
}
