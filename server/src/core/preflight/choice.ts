import { type FactKind, type Facts, factKey } from '../cloudformation/facts.ts';
import { parameterOf } from '../cloudformation/parameter.ts';
import type { Template } from '../cloudformation/template.ts';
import { has } from '../cloudformation/valueSet.ts';

/** What the user says of something that a document leaves open. */
export interface Choice {
  readonly kind: ChoiceKind;
  /** A parameter, a condition, a member; for others, as it is written. */
  readonly name: string;
  /** `true` or `false` of a condition and a comparison. */
  readonly value: string;
}

/** What worlds rest on, or a `member` of the configuration whose value only a deployment tells. */
export type ChoiceKind = FactKind | 'member';

/** What these choices decide beforehand. */
export function givenBy(choices: readonly Choice[]): Facts {
  const facts = choices.flatMap(({ kind, name, value }) =>
    kind === 'member' ? [] : [[factKey(kind, name), { kind, name, values: { in: [value] } }] as const],
  );
  return new Map(facts);
}

/** False for what the template doesn't allow: it is as if it had not been chosen. */
export function isAllowed({ kind, name, value }: Choice, template: Template): boolean {
  if (kind === 'condition' || kind === 'comparison') return value === 'true' || value === 'false';
  const parameter = kind === 'parameter' ? parameterOf(template, name) : undefined;
  return !parameter || has(parameter.values, value);
}
