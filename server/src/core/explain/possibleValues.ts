import type { Facts } from '../cloudformation/facts.ts';
import { known, type Value } from '../cloudformation/value.ts';
import { whenOf } from '../cloudformation/when.ts';
import type { World } from '../model/subject.ts';
import { entriesOf } from '../rules/walk.ts';

/** What something can be, and when. */
export interface Possibility<T> {
  readonly value: T;
  /** The circumstances in words; undefined where it is always so. */
  readonly when: string | undefined;
}

/** What is the same in several worlds, as JSON, is one possibility. */
export function possibilities<T>(worlds: readonly World[], valueIn: (world: World) => T): Possibility<T>[] {
  const met = new Map<string | undefined, { readonly value: T; readonly facts: Facts[] }>();
  for (const world of worlds) {
    const value = valueIn(world);
    const key = JSON.stringify(value);
    const there = met.get(key) ?? { value, facts: [] };
    there.facts.push(world.facts);
    met.set(key, there);
  }
  const among = worlds.map(({ facts }) => facts);
  const isOne = met.size === 1;
  return [...met.values()].map(({ value, facts }) => ({ value, when: isOne ? undefined : whenOf(facts, among) }));
}

/** A value as a hover tells it: its text, `absent`, or undefined where only a deployment tells. */
export type ToldValue = { readonly text: string } | 'absent' | undefined;

/** What a member of the one rule comes to in a world; nothing for other members. */
export function memberIn(world: World, member: string): ToldValue {
  const [entry] = entriesOf(world);
  const byDefault = entry && known(entry.byDefault);
  switch (member) {
    case 'SSEAlgorithm':
      return byDefault && told(byDefault.sseAlgorithm);
    case 'KMSMasterKeyID':
      return byDefault && told(byDefault.kmsMasterKeyId);
    case 'BucketKeyEnabled':
      return entry && told(entry.bucketKeyEnabled);
    default:
      return undefined;
  }
}

function told(value: Value<string | boolean>): ToldValue {
  if (value.state === 'absent') return 'absent';
  return value.state === 'known' ? { text: String(value.value) } : undefined;
}
