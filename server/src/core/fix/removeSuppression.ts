import type { Finding } from '../lint/finding.ts';
import { directiveAt, type Word } from '../suppressions/directives.ts';
import type { Comment } from '../syntax/comments.ts';
import { type Document, startOf } from '../syntax/document.ts';
import { lineEnd, lineStart } from '../syntax/edit/page.ts';
import { spellChanges } from '../syntax/edit/spellChanges.ts';
import type { Node } from '../syntax/node.ts';
import { keyOf } from '../syntax/pointer.ts';
import type { TextEdit } from '../syntax/textEdit.ts';
import type { TextFix } from './textFix.ts';

/** Takes a suppression that is of no use out of its comment or its Metadata; the comment goes with the last of its rules. */
export function removeSuppression(document: Document, { at, span }: Finding): TextFix[] {
  const edits = span === at ? fromMetadata(document, at) : fromComment(document, startOf(span));
  if (!edits || edits.length === 0) return [];
  return [{ title: 'Remove this suppression', safe: false, uncovers: false, preferred: true, edits }];
}

function fromMetadata(document: Document, name: Node): TextEdit[] | undefined {
  return spellChanges(document, [
    { kind: 'remove', node: name.parent?.kind === 'list' ? name : (keyOf(name) ?? name) },
  ]);
}

function fromComment(document: Document, start: number): TextEdit[] {
  const directive = directiveAt(document, start);
  if (!directive) return [];
  const index = directive.rules.findIndex((rule) => rule.start === start);
  if (index >= 0 && directive.rules.length > 1) return [withoutWord(directive.rules, index)];
  return withoutComment(document, directive.comment);
}

/** A rule, and what parts it from its neighbour. */
function withoutWord(rules: readonly Word[], index: number): TextEdit {
  const [word, next, last] = [rules[index], rules[index + 1], rules[index - 1]];
  if (next) return { start: word?.start ?? 0, end: next.start, newText: '' };
  return { start: last?.end ?? 0, end: word?.end ?? 0, newText: '' };
}

/** With its line where nothing else stands there; none where the comment says more than this one thing. */
function withoutComment({ text }: Document, comment: Comment): TextEdit[] {
  if (comment.text.includes('\n')) return [];
  const [from, to] = [lineStart(text, comment.start), lineEnd(text, comment.end)];
  const before = text.slice(from, comment.start);
  if (before.trim() === '' && text.slice(comment.end, to).trim() === '') {
    return [{ start: from, end: to + (/^\r?\n/.exec(text.slice(to, to + 2))?.[0].length ?? 0), newText: '' }];
  }
  return [{ start: comment.start - (before.length - before.trimEnd().length), end: comment.end, newText: '' }];
}
