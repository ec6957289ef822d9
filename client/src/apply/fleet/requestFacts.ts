import { membersShown } from '../plan/differences.ts';
import { remarksOn, sentBeside } from '../plan/document.ts';
import type { Plan } from '../plan/plan.ts';

/** Of many requests: what is true of each of them, and of each the rest, in the order of the plans. A clause is a fact. */
export interface RequestFacts {
  readonly common: readonly string[];
  readonly own: readonly (readonly string[])[];
}

/** All that is sent and where to, and in what it is more or less than the document, so that it is told once where it is the same. */
export function requestFacts(plans: readonly Plan[]): RequestFacts {
  const facts = plans.map(factsOf);
  const [first = [], ...others] = facts.map((each) => new Set(each));
  const common = [...first].filter((fact) => others.every((each) => each.has(fact)));
  const known = new Set(common);
  return { common, own: facts.map((each) => each.filter((fact) => !known.has(fact))) };
}

function factsOf(plan: Plan): string[] {
  const { request, target } = plan;
  const members = { ...membersShown(request.configuration, target.bucket.type), ...sentBeside(request) };
  const stated = Object.entries(members).filter(([, value]) => value !== undefined);
  return [`Host: ${target.host}`, ...stated.map(([member, value]) => `${member}: ${value}`), ...remarksOn(plan)];
}
