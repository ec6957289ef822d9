import { nearest } from '../model/nearest.ts';
import type { SubjectRun } from '../model/subject.ts';
import type { Problem } from '../rules/rule.ts';
import { isRuleId, type RuleId, ruleIds } from '../rules/ruleIds.ts';
import type { Document } from '../syntax/document.ts';
import type { Node, Span } from '../syntax/node.ts';
import type { SourceText } from '../syntax/sourceText.ts';
import { directivePrefix } from './directives.ts';
import { InMetadata, suppressionsAround } from './inMetadata.ts';
import { InText } from './inText.ts';
import { metadataKey } from './metadata.ts';
import type { Found, Suppression } from './suppression.ts';

/** Whether a rule could have said something. */
type IsOn = (rule: RuleId) => unknown;

/** A suppression that suppresses nothing, and why. */
export interface Unused extends Problem {
  readonly span: Span;
}

/**
 * What a document suppresses of its findings, and what of that is of use. For one judgement: it remembers which
 * suppressions had something to do.
 */
export class Suppressions {
  readonly #document: Document;
  readonly #inText: InText;
  readonly #inMetadata: InMetadata | undefined;
  /** Those of Metadata that were met, by where they stand. */
  readonly #met = new Map<Node, Suppression>();
  readonly #used = new Set<Suppression>();

  constructor(document: Document) {
    this.#document = document;
    this.#inText = new InText(document);
    this.#inMetadata = mayBeInMetadata(document.source) ? new InMetadata() : undefined;
  }

  /** True where the document suppresses nothing. */
  get areNone(): boolean {
    return !this.#inMetadata && this.#inText.isEmpty;
  }

  /** For each subject of a run what Metadata suppress; undefined where they suppress nothing of it. */
  inMetadata(run: SubjectRun): readonly (readonly Suppression[])[] | undefined {
    return this.#inMetadata?.of(run)?.map((each) => each.map((suppression) => this.#once(suppression)));
  }

  /** The findings that the comments of the document leave. */
  withinText<F extends Found>(findings: readonly F[]): readonly F[] {
    return this.#inText.isEmpty ? findings : findings.filter((finding) => !this.#inText.suppresses(finding));
  }

  /** The findings that some of its suppressions leave. */
  without<F extends Found>(suppressions: readonly Suppression[], findings: readonly F[]): readonly F[] {
    return suppressions.length === 0 ? findings : findings.filter((finding) => this.#leaves(suppressions, finding));
  }

  /** The findings that the comments of the document leave, and the Metadata that stand around each. */
  leftOf<F extends Found>(findings: readonly F[]): readonly F[] {
    const left = this.withinText(findings);
    return this.#inMetadata ? left.filter((found) => this.#leaves(suppressionsAround(found.at), found)) : left;
  }

  /**
   * The suppressions that had nothing to do, or that name what is no rule. Of a rule that is off nobody knows whether it
   * had something to say; and of a document that is broken, what it will hold once it is whole.
   */
  unused(isOn: IsOn): Unused[] {
    const idlers = [...this.#inText.unused, ...[...this.#met.values()].filter((each) => !this.#used.has(each))];
    if (idlers.length === 0) return [];
    const isBroken = this.#document.sections.some(({ errors }) => errors.length > 0);
    return idlers.flatMap((suppression) => {
      const message = fault(suppression) ?? (isBroken ? undefined : idle(suppression, isOn));
      return message === undefined ? [] : [{ message, at: suppression.at, span: suppression.span }];
    });
  }

  #leaves(suppressions: readonly Suppression[], finding: Found): boolean {
    const speaking = suppressions.filter(({ rule }) => rule === finding.rule);
    for (const suppression of speaking) this.#used.add(suppression);
    return speaking.length === 0;
  }

  /** A template's Metadata is met with each of its resources. */
  #once(suppression: Suppression): Suppression {
    const known = this.#met.get(suppression.at) ?? suppression;
    this.#met.set(suppression.at, known);
    return known;
  }
}

/** True where a text holds the key of Metadata elsewhere than in the words of comments that begin like it. */
function mayBeInMetadata(source: SourceText): boolean {
  return source.placesOf(metadataKey).length > source.placesOf(directivePrefix).length;
}

function fault({ rule, scope }: Suppression): string | undefined {
  if (rule === undefined) return scope === 'line' ? 'This suppression names no rule' : undefined;
  if (isRuleId(rule)) return undefined;
  const meant = nearest(rule, ruleIds);
  return meant ? `There is no rule "${rule}"; did you mean ${meant}?` : `There is no rule "${rule}"`;
}

function idle({ rule, scope }: Suppression, isOn: IsOn): string | undefined {
  if (rule === undefined) return 'Nothing is found in this file that could be ignored';
  const isInForce = isRuleId(rule) && rule !== 'unused-suppression' && isOn(rule);
  return isInForce ? `${rule} finds nothing to ignore in this ${scope}` : undefined;
}
