import type { BucketType } from '../s3/bucketTypes.ts';
import type { Dialect } from '../s3/members.ts';
import type { Problem, Rule, Severity } from './rule.ts';

/** Gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The graver of two. */
export function gravest(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}

/** The milder of two. */
export function milder(a: Severity, b: Severity): Severity {
  return gravest(a, b) === a ? b : a;
}

/** A problem's severity by its rule: the gravest that its dialect or bucket type gives it, no graver than it says itself. */
export function severityOf(rule: Rule, problem: Problem, dialect: Dialect, bucketType: BucketType): Severity {
  const inDialect = rule.severityIn?.[dialect] ?? rule.severity;
  const inType = rule.severityIn?.[bucketType] ?? rule.severity;
  const severity = gravest(inDialect, inType);
  return problem.atMost ? milder(severity, problem.atMost) : severity;
}
