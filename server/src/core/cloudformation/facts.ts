import { holesOf, type Text } from './text.ts';
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
  /** True for a parameter that can be left at its Default. */
  readonly isByDefault?: true;
  /** The composed text that it is about, or the two that are compared. */
  readonly texts?: readonly Text[] | undefined;
}

/**
 * `text`: a text that isn't known, as it is written: what is imported, a key of a mapping. `comparison`: one of two texts that
 * says no more of them, with `true` or `false`. `item`: the identifier of a Fn::ForEach; all its items come to be, side by side.
 */
export type FactKind = 'condition' | 'parameter' | 'text' | 'comparison' | 'item';

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

/**
 * True where facts about composed texts share a part: that each of them can be so is known, that all can at once isn't. What
 * single parts are known to be has been asked for by then.
 */
export function isDoubtful(facts: Facts): boolean {
  const parts = [...facts.values()].flatMap(({ texts }) => texts?.flatMap(holesOf) ?? []).map(({ shown }) => shown);
  return new Set(parts).size < parts.length;
}
