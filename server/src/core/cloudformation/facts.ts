import { anyValue, intersect, isEmpty, isWithin, type ValueSet } from './valueSet.ts';

/** What a world rests on: what a parameter is, whether a condition is true, which row of a mapping is taken. */
export interface Fact {
  readonly kind: FactKind;
  /** A parameter, a condition; for others, as it is written. */
  readonly name: string;
  readonly values: ValueSet;
  /** True for a condition that follows from other facts: it is no choice of its own. */
  readonly follows?: true;
  /** True for a parameter that whoever deploys has to set: its Default, if it has one, is another value. */
  readonly isSet?: true;
}

/**
 * `comparison`: a part of a condition that can't be decided, with `true` or `false`. `mapping-key`: a key that isn't known.
 * `item`: the identifier of a Fn::ForEach; all its items come to be, side by side.
 */
export type FactKind = 'condition' | 'parameter' | 'mapping-key' | 'comparison' | 'item';

/** The facts of a world, by kind and name. What isn't among them makes no difference to it. */
export type Facts = ReadonlyMap<string, Fact>;

/** The facts of a world that rests on nothing. */
export const noFacts: Facts = new Map();

/** The key of a fact among others. */
export function factKey(kind: FactKind, name: string): string {
  return `${kind} ${name}`;
}

/** True where a world can be one in which other facts hold too. */
export function agree(world: Facts, other: Facts): boolean {
  for (const [key, { values }] of other) {
    if (isEmpty(intersect(world.get(key)?.values ?? anyValue, values))) return false;
  }
  return true;
}

/** True where other facts hold in a world for certain. */
export function implies(world: Facts, other: Facts): boolean {
  return [...other].every(([key, { values }]) => {
    const known = world.get(key)?.values;
    return known !== undefined && isWithin(known, values);
  });
}
