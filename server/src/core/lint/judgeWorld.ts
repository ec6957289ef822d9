import type { BucketSubject, World } from '../model/subject.ts';
import { keyFormRules } from '../rules/keyForms.ts';
import { hasPart, partsOf, type WorldParts } from '../rules/parts.ts';
import { rules } from '../rules/registry.ts';
import type { Problem, Rule, RuleContext } from '../rules/rule.ts';
import { gravest, milder, type Severity } from '../rules/severity.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Dialect } from '../s3/members.ts';
import { isOn, type LintOptions } from './lintOptions.ts';
import { silence, type Verdict } from './precedence.ts';

/** Judges one world of a subject by every rule that speaks of it; a rule that throws doesn't keep the others from it. */
export function judgeWorld(world: World, subject: BucketSubject, options: LintOptions): Verdict[] {
  const stated = subject.bucketType ?? options.bucketType;
  const context = { node: subject.node, policy: options.policy ?? {} };
  const own = judgeAs(world, { ...context, bucketType: stated ?? 'general-purpose' }, options);
  if (stated) return own;
  const asDirectory = judgeAs(world, { ...context, bucketType: 'directory' }, options);
  return [...own, ...asDirectory.filter(isRefusalOfDirectory).map(asHint)];
}

function judgeAs(world: World, context: RuleContext, options: LintOptions): Verdict[] {
  const { bucketType } = context;
  const verdicts: Verdict[] = [];
  for (const rule of rulesFor(world, bucketType)) {
    if (!isAsked(rule, options)) continue;
    try {
      for (const problem of rule.check(world, context)) {
        verdicts.push({ rule, problem, severity: severityOf(rule, problem, world.dialect, bucketType), bucketType });
      }
    } catch (error) {
      options.onRuleFailure?.(rule.id, error);
    }
  }
  return silence(verdicts);
}

/** The rules for worlds of a dialect and a bucket type, by the parts that those have. */
type RulesByParts = Map<WorldParts, readonly Rule[]>;

const rulesBy: Record<Dialect, Record<BucketType, RulesByParts>> = {
  api: { 'general-purpose': new Map(), directory: new Map() },
  cloudformation: { 'general-purpose': new Map(), directory: new Map() },
};

/** The rules that can have something to say of a world: most need what most worlds lack. */
function rulesFor(world: World, bucketType: BucketType): readonly Rule[] {
  const parts = partsOf(world);
  const byParts = rulesBy[world.dialect][bucketType];
  const known = byParts.get(parts);
  if (known) return known;
  const speaking = rules.filter(
    ({ bucketTypes, dialects, needs }) =>
      (bucketTypes?.includes(bucketType) ?? true) &&
      (dialects?.includes(world.dialect) ?? true) &&
      (needs === undefined || hasPart(parts, needs)),
  );
  byParts.set(parts, speaking);
  return speaking;
}

/** A rule that the user has turned off is asked all the same: it speaks for others. */
function isAsked(rule: Rule, options: LintOptions): boolean {
  if (rule.isOff && !isOn(rule, options)) return false;
  if (rule.needsPolicy && !options.policy) return false;
  return options.policy?.target !== 's3-compatible' || !keyFormRules.has(rule.id);
}

/** A configuration whose bucket type nobody states is told what a directory bucket alone would refuse. */
function isRefusalOfDirectory({ rule, severity }: Verdict): boolean {
  return severity === 'error' && rule.bucketTypes?.length === 1 && rule.bucketTypes[0] === 'directory';
}

/** The bucket may well be no directory bucket, so nothing is mended without asking. */
function asHint(verdict: Verdict): Verdict {
  const { problem } = verdict;
  const fixes = () => (problem.fixes?.() ?? []).map((fix) => ({ ...fix, safe: false, preferred: false }));
  return { ...verdict, severity: 'hint', problem: { ...problem, atMost: 'hint', fixes } };
}

/** A problem's severity by its rule: the gravest that its dialect or bucket type gives it, no graver than it says itself. */
function severityOf(rule: Rule, problem: Problem, dialect: Dialect, bucketType: BucketType): Severity {
  const inDialect = rule.severityIn?.[dialect] ?? rule.severity;
  const inType = rule.severityIn?.[bucketType] ?? rule.severity;
  const severity = gravest(inDialect, inType);
  return problem.atMost ? milder(severity, problem.atMost) : severity;
}
