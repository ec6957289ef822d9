import { asList, asMap, member } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import { isTrue } from './conditions.ts';
import type { Evaluation } from './evaluation.ts';

/**
 * True where a world breaks an assertion of the template's Rules for certain: it can't be deployed then.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function isRefused(evaluation: Evaluation): boolean {
  const rules = evaluation.scope.template.section('Rules');
  if (rules.size === 0) return false;
  evaluation.scope.note('assertions', 'Rules');
  return evaluation.scope.peek(() => [...rules.values()].some(({ value }) => isBroken(value, evaluation)));
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
