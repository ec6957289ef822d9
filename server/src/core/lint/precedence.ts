import type { Problem, Rule } from '../rules/rule.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import type { Severity } from '../rules/severity.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { resolve } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';

/** A rule's problem in one world, before rules that say the same less well fall silent. */
export interface Verdict {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly severity: Severity;
  readonly bucketType: BucketType;
  /** In which worlds it holds, in words; undefined where in all. */
  readonly when?: string;
}

/**
 * One fault, one finding: drops the verdicts of rules that another rule speaks instead of, about the same value or what
 * is in it. Of other values in the same map they may say what they find: that is another fault.
 */
export function silence(verdicts: readonly Verdict[]): Verdict[] {
  const spokenFor = markHolders(verdicts);
  if (spokenFor.size === 0) return [...verdicts];
  return verdicts.filter((verdict) => !isSpokenFor(verdict, spokenFor));
}

/** The rules that are silent about a node and what is in it. */
type SpokenFor = ReadonlyMap<Node, ReadonlySet<RuleId>>;

/** Every node that a rule speaks of instead of others; of an alias, also what it stands for. */
function markHolders(verdicts: readonly Verdict[]): SpokenFor {
  const holders = new Map<Node, Set<RuleId>>();
  for (const { rule, problem } of verdicts) {
    if (!rule.insteadOf) continue;
    for (const holder of [problem.at, problem.speaksFor].flatMap((node) => [node, resolve(node)])) {
      if (holder) holders.set(holder, new Set([...(holders.get(holder) ?? []), ...rule.insteadOf]));
    }
  }
  return holders;
}

function isSpokenFor({ rule, problem }: Verdict, spokenFor: SpokenFor): boolean {
  for (let at: Node | undefined = problem.at; at; at = at.parent) {
    if (spokenFor.get(at)?.has(rule.id)) return true;
  }
  return false;
}
