import type { Fix, LazyFixes } from '../rules/fix.ts';
import type { Related } from '../rules/rule.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import { gravest, type Severity } from '../rules/severity.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { startOf } from '../syntax/document.ts';
import type { Node, Section, Span } from '../syntax/node.ts';

/** What a rule reports at one place of a document. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** The node at fault: its pointer is the finding's. */
  readonly at: Node;
  /** What an editor underlines: a value, or the key of what is too large to underline. */
  readonly span: Span;
  readonly related: readonly Related[];
  /** The type of bucket by whose rules this is at fault. */
  readonly bucketType: BucketType;
  /** What can be done about it; `fixesOf` spells it as edits. */
  readonly fixes: LazyFixes;
  /** When it holds, in words (`when IsProd is false`); undefined where it always does. The message ends with it. */
  readonly when?: string | undefined;
}

/** Findings in the order of the text: the very same object while an edit leaves alone all that they rest on. */
export interface FindingRun {
  readonly findings: readonly Finding[];
  /**
   * Where these sections stand, there all their places do. The run's own move together (an edit between two resources of a run has
   * both read again), so the first stands for all.
   */
  readonly movesWith: readonly Section[];
}

/** Findings in the order of the text. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => startOf(a.span) - startOf(b.span));
}

/** The sections that findings, and what they relate to, stand in. */
export function sectionsOf(findings: readonly Finding[]): Section[] {
  const places = findings.flatMap(({ span, related }) => [span, ...related.map(({ at }) => at)]);
  return [...new Set(places.map(({ section }) => section))];
}

/** Equal findings, as aliases and worlds bring them, are one; the gravest counts. */
export function merge(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<Node, Finding[]>();
  for (const finding of findings) {
    const there = byPlace.get(finding.at) ?? [];
    const same = there.findIndex(({ rule, message }) => rule === finding.rule && message === finding.message);
    const other = there[same];
    if (other) there[same] = gravest(other.severity, finding.severity) === other.severity ? other : finding;
    else there.push(finding);
    byPlace.set(finding.at, there);
  }
  return [...byPlace.values()].flat();
}

/** Where nothing can be done. */
export function noFixes(): Fix[] {
  return [];
}
