import type { RuleId } from '../rules/ruleIds.ts';
import { type Document, sectionIndexAt, startOf } from '../syntax/document.ts';
import type { Node, Section, Span } from '../syntax/node.ts';
import { keyOf } from '../syntax/pointer.ts';
import { type Directive, directivesOf, type Word } from './directives.ts';
import { ignoredBy } from './metadata.ts';

/** A suppression of one rule, or, for a whole file, of all but the one that speaks of suppressions. */
export interface Suppression {
  /** The rule's name as it is written; undefined where none is. */
  readonly rule: string | undefined;
  /** Where it stands: the rule's name, or the directive that names none. */
  readonly span: Span;
  /** The node that an unused one is reported at. */
  readonly at: Node;
  /** What it is heard in, in words. */
  readonly scope: 'line' | 'file' | 'resource';
}

/** One that a comment states. */
export interface CommentSuppression extends Suppression {
  /** Where the lines begin that it is heard on; undefined where it is heard in the whole file. */
  readonly lines: readonly number[] | undefined;
}

/** What a suppression has to know of a finding. */
export interface Found {
  readonly rule: RuleId;
  readonly at: Node;
  readonly span: Span;
}

/**
 * The offset whose line a finding counts to: where what is shown of it begins. A block scalar counts to its key, for no
 * comment can stand right above its text.
 */
export function placeOf({ at, span }: Found): number {
  const isBlock = at.kind === 'scalar' && at.style === 'block';
  return startOf((isBlock ? keyOf(at) : undefined) ?? span);
}

/** The suppressions that a document's comments state. */
export function fromComments(document: Document): CommentSuppression[] {
  const [root] = document.roots;
  return root ? directivesOf(document).flatMap((directive) => fromDirective(document, root, directive)) : [];
}

function fromDirective(document: Document, at: Node, { reach, word, rules, lines }: Directive): CommentSuppression[] {
  const told = { at, scope: reach === 'file' ? reach : 'line', lines } as const;
  if (rules.length === 0) return [{ rule: undefined, span: spanOf(document, word), ...told }];
  return rules.map(({ text, ...place }) => ({ rule: text, span: spanOf(document, place), ...told }));
}

/** The suppressions that the Metadata of a resource, or of a template, state. */
export function fromMetadata(holder: Node): Suppression[] {
  if (holder.kind !== 'map') return [];
  return ignoredBy(holder).map((name) => ({
    rule: name.text,
    span: name,
    at: name,
    scope: 'resource',
  }));
}

/** A piece of the text as a span of the section that it lies in, or before, where it lies in none. */
function spanOf({ sections }: Document, { start, end }: Omit<Word, 'text'>): Span {
  const section = (sections[sectionIndexAt(sections, start)] ?? sections[0]) as Section;
  return { section, start: start - section.base, end: end - section.base };
}
