import type { RuleId } from '../rules/ruleIds.ts';
import { type Document, sectionIndexAt, startOf } from '../syntax/document.ts';
import type { Node, Section, Span } from '../syntax/node.ts';
import { keyOf } from '../syntax/pointer.ts';
import { type Directive, directivesOf, type Word } from './directives.ts';
import { ignoredBy } from './metadata.ts';

/** A suppression of one rule, or, for a whole file, of all. */
export interface Suppression {
  /** The rule's name as it is written; undefined where none is. */
  readonly rule: string | undefined;
  /** Where it stands: the rule's name, or the directive that names none. */
  readonly span: Span;
  /** The node that an unused one is reported at. */
  readonly at: Node;
  /** What it is heard in, in words. */
  readonly scope: 'line' | 'file' | 'resource';
  /** True for a finding that begins where this one is heard. */
  readonly covers: (finding: Found) => boolean;
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
export function fromComments(document: Document): Suppression[] {
  const [root] = document.roots;
  return root ? directivesOf(document).flatMap((directive) => fromDirective(document, root, directive)) : [];
}

function fromDirective(document: Document, at: Node, { reach, word, rules, from, to }: Directive): Suppression[] {
  const scope = reach === 'file' ? 'file' : 'line';
  const begins = (found: Found) => from <= placeOf(found) && placeOf(found) <= to;
  if (rules.length === 0) {
    // All rules, but for the one that speaks of suppressions: it would never say that this one is of no use.
    const covers = ({ rule }: Found) => scope === 'file' && rule !== 'unused-suppression';
    return [{ rule: undefined, span: spanOf(document, word), at, scope, covers }];
  }
  return rules.map(({ text, ...place }) => ({
    rule: text,
    span: spanOf(document, place),
    at,
    scope,
    covers: (found) => found.rule === text && begins(found),
  }));
}

/** The suppressions that the Metadata of a resource, or of a template, state. */
export function fromMetadata(holder: Node): Suppression[] {
  if (holder.kind !== 'map') return [];
  return ignoredBy(holder).map((name) => ({
    rule: name.text,
    span: name,
    at: name,
    scope: 'resource',
    covers: (found) => found.rule === name.text,
  }));
}

/** A piece of the text as a span of the section that it lies in, or before, where it lies in none. */
function spanOf({ sections }: Document, { start, end }: Omit<Word, 'text'>): Span {
  const section = (sections[sectionIndexAt(sections, start)] ?? sections[0]) as Section;
  return { section, start: start - section.base, end: end - section.base };
}
