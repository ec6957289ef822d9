import type { Problem, Rule, Severity } from './rules/rule.ts';
import type { BucketType } from './s3/bucketTypes.ts';
import { resolve } from './syntax/access.ts';
import type { Node } from './syntax/node.ts';

/** A rule's problem in one world, before rules that say the same less well fall silent. */
export interface Judgement {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly severity: Severity;
  readonly bucketType: BucketType;
}

/**
 * One fault, one finding: drops the judgements of rules that another rule speaks instead of, about the same value or what
 * is in it. Of other values in the same map they may say what they find: that is another fault.
 */
export function silence(judgements: readonly Judgement[]): Judgement[] {
  const speakers = judgements.filter(({ rule }) => rule.insteadOf !== undefined);
  if (speakers.length === 0) return [...judgements];
  return judgements.filter((judgement) => !speakers.some((speaker) => outranks(speaker, judgement)));
}

function outranks(speaker: Judgement, other: Judgement): boolean {
  if (speaker === other || !speaker.rule.insteadOf?.includes(other.rule.id)) return false;
  const { at, speaksFor } = speaker.problem;
  return [at, speaksFor].some((node) => node !== undefined && isWithin(other.problem.at, node));
}

/** True for the holder itself and for what is in it, also where the holder is an alias. */
function isWithin(node: Node, holder: Node): boolean {
  const target = resolve(holder);
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at === holder || at === target) return true;
  }
  return false;
}
