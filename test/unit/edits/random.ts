/** Numbers that look random and are the same for a seed. */
export interface Random {
  /** A whole number from 0 up to `end`, exclusive. */
  below(end: number): number;
  /** True so often of a hundred times. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** A generator that begins anew for each seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  };
}
