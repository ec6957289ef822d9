import type { Finding } from '../lint/finding.ts';
import { lint } from '../lint/lint.ts';
import type { LintOptions } from '../lint/lintOptions.ts';
import type { Document } from '../syntax/document.ts';

/** How well it is with a document. */
export interface Soundness {
  /** What the rules that are asked report. */
  readonly findings: readonly Finding[];
  /** What of it is at error or warning level. */
  readonly grave: readonly Finding[];
  /** How many things in it can't be read. */
  readonly faults: number;
}

/** What the rules that are asked say of a document, and what in it can't be read. */
export function soundnessOf(document: Document, options: LintOptions): Soundness {
  const findings = lint(document, options);
  return {
    findings,
    grave: findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
    faults: document.sections.reduce((sum, { errors }) => sum + errors.length, 0),
  };
}

/** True where some rule reports more at error or warning level than before, or more of the text can't be read. */
export function isWorse(after: Soundness, before: Soundness): boolean {
  return after.faults > before.faults || hasMore(after.grave, before.grave, ({ rule }) => rule);
}

/** True where, word by word, nothing is left but what is, once these findings are mended. */
export function isRidOf(mended: ReadonlySet<Finding>, after: Soundness, before: Soundness): boolean {
  const left = before.grave.filter((finding) => !mended.has(finding));
  return after.faults <= before.faults && !hasMore(after.grave, left, ({ rule, message }) => `${rule} ${message}`);
}

function hasMore(after: readonly Finding[], before: readonly Finding[], nameOf: (finding: Finding) => string): boolean {
  const allowed = new Map<string, number>();
  for (const finding of before) allowed.set(nameOf(finding), (allowed.get(nameOf(finding)) ?? 0) + 1);
  return after.some((finding) => {
    const left = allowed.get(nameOf(finding)) ?? 0;
    allowed.set(nameOf(finding), left - 1);
    return left === 0;
  });
}
