import type { RuleId } from './ruleIds.ts';

/** Gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

/** How grave a finding is. `error` is a promise: AWS refuses this. */
export type Severity = (typeof severities)[number];

/** Severities in place of the rules' own. */
export type Severities = Partial<Record<RuleId, Severity | 'off'>>;

/** The graver of two. */
export function gravest(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}

/** The milder of two. */
export function milder(a: Severity, b: Severity): Severity {
  return gravest(a, b) === a ? b : a;
}
