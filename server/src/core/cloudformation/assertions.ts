import { asList, asMap, member } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import { holdsInEach } from './choices.ts';
import { isTrue } from './conditions.ts';
import { isContradictory } from './contradictions.ts';
import { Evaluator } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';

/**
 * True where a world breaks an assertion of the template's Rules, whatever they ask of it beside what is decided: it can't be
 * deployed then.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function isRefused(evaluation: Evaluation): boolean {
  const { scope } = evaluation;
  if (scope.template.section('Rules').size === 0) return false;
  scope.note('assertions', 'Rules');
  if (scope.peek(() => isAnyBroken(evaluation))) return true;
  return holdsInEach((choices) => {
    const further = new Evaluator(scope.again(choices));
    return isAnyBroken(further) || isContradictory(further);
  });
}

function isAnyBroken(evaluation: Evaluation): boolean {
  return [...evaluation.scope.template.section('Rules').values()].some(({ value }) => isBroken(value, evaluation));
}

function isBroken(rule: Node, evaluation: Evaluation): boolean {
  const map = asMap(rule);
  if (!map) return false;
  const condition = member(map, 'RuleCondition')?.value;
  if (condition && isTrue(condition, evaluation) !== true) return false;
  const assertions = asList(member(map, 'Assertions')?.value)?.items ?? [];
  return assertions.some((each) => {
    const assertion = asMap(each);
    const assert = assertion && member(assertion, 'Assert')?.value;
    return assert !== undefined && isTrue(assert, evaluation) === false;
  });
}
