import { lint } from '../lint/lint.ts';
import type { LintOptions } from '../lint/lintOptions.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import type { Document } from '../syntax/document.ts';

/** True where some rule reports more at error or warning level than before, or more of the text can't be read. */
export function isWorsened(before: Document, after: Document, options: LintOptions): boolean {
  const counts = new Map<RuleId, number>();
  for (const rule of graveRules(before, options)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const rule of graveRules(after, options)) counts.set(rule, (counts.get(rule) ?? 0) - 1);
  return [...counts.values()].some((count) => count < 0) || faults(after) > faults(before);
}

function graveRules(document: Document, options: LintOptions): RuleId[] {
  const grave = lint(document, options).filter(({ severity }) => severity === 'error' || severity === 'warning');
  return grave.map(({ rule }) => rule);
}

function faults({ sections }: Document): number {
  return sections.reduce((sum, { errors }) => sum + errors.length, 0);
}
