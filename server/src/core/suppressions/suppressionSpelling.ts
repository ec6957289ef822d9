import type { RuleId } from '../rules/ruleIds.ts';
import { contentStart } from '../syntax/byteOrderMark.ts';
import { commentMark } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode } from '../syntax/node.ts';
import { type DirectiveReach, directivePrefix, hearsFromAbove } from './directives.ts';
import { resourceAround } from './metadata.ts';
import { type Found, placeOf } from './suppression.ts';

/** A way to suppress one rule where it found something. */
export type SuppressionSpelling = CommentSpelling | MetadataSpelling;

/** A comment on a line of its own: `indentation`, `comment` and a line break go in at `offset`, where a line begins. */
export interface CommentSpelling {
  readonly scope: 'line' | 'file';
  readonly comment: string;
  readonly indentation: string;
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
}

/** A rule that joins those which the Metadata of a resource of a template names. */
export interface MetadataSpelling {
  readonly scope: 'resource';
  readonly resource: MapNode;
  readonly rule: RuleId;
}

/**
 * The ways to suppress a finding in its document, from the narrowest. `comments` is false for a document whose reader refuses comments:
 * VS Code's `json`, and every template in JSON, which CloudFormation would not take.
 */
export function suppressionsFor(document: Document, finding: Found, comments: boolean): SuppressionSpelling[] {
  const { rule, at } = finding;
  const resource = resourceAround(at);
  return [
    ...(comments ? commentAbove(document, finding) : []),
    ...(resource ? [{ scope: 'resource', resource, rule } as const] : []),
    ...(comments ? [commentOnTop(document, rule)] : []),
  ];
}

function commentAbove(document: Document, found: Found): CommentSpelling[] {
  const place = placeOf(found);
  const { start: offset, text } = document.source.lineAt(place);
  if (!hearsFromAbove(document, offset)) return [];
  const indentation = /^[ \t]*/.exec(text.slice(0, place - offset))?.[0] ?? '';
  return [{ scope: 'line', comment: spelt(document, 'next-line', found.rule), indentation, offset }];
}

function commentOnTop(document: Document, rule: RuleId): CommentSpelling {
  const offset = contentStart(document.source.slice(0, 1));
  return { scope: 'file', comment: spelt(document, 'file', rule), indentation: '', offset };
}

function spelt({ language }: Document, reach: DirectiveReach, rule: RuleId): string {
  return `${commentMark[language]} ${directivePrefix}${reach} ${rule}`;
}
