/** Some of a list, chosen by a seed: the same for the same seed, however often it is asked. */
export function sample<T>(list: readonly T[], count: number, seed: number): T[] {
  const rest = [...list];
  const chosen: T[] = [];
  let state = seed;
  while (chosen.length < count && rest.length > 0) {
    // A linear congruential generator: all that a sample needs.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    chosen.push(...rest.splice(state % rest.length, 1));
  }
  return chosen;
}
