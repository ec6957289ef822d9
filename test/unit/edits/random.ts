import { seeded } from '../../support/seeded.mjs';

/** Numbers that look random and are the same for a seed. */
export interface Random {
  /** A whole number from 0 up to `end`, exclusive. */
  below(end: number): number;
  /** True so often of a hundred times. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** A generator that begins anew for each seed. */
export function randomOf(seed: number): Random {
  const next = seeded(seed);
  const below = (end: number) => Math.floor((next() / 2 ** 32) * end);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  };
}
