import { lint } from '../lint/lint.ts';
import type { LintOptions } from '../lint/lintOptions.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import type { Document } from '../syntax/document.ts';

/** How well it is with a document. */
export interface Soundness {
  /** How often each rule reports something at error or warning level. */
  readonly grave: ReadonlyMap<RuleId, number>;
  /** How many things in it can't be read. */
  readonly faults: number;
}

/** What the rules that are asked say of a document, and what in it can't be read. */
export function soundnessOf(document: Document, options: LintOptions): Soundness {
  const grave = new Map<RuleId, number>();
  for (const { rule, severity } of lint(document, options)) {
    if (severity === 'error' || severity === 'warning') grave.set(rule, (grave.get(rule) ?? 0) + 1);
  }
  return { grave, faults: document.sections.reduce((sum, { errors }) => sum + errors.length, 0) };
}

/** True where some rule reports more at error or warning level than before, or more of the text can't be read. */
export function isWorse(after: Soundness, before: Soundness): boolean {
  return (
    after.faults > before.faults || [...after.grave].some(([rule, count]) => count > (before.grave.get(rule) ?? 0))
  );
}
