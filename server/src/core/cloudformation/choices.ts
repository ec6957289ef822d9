/** How many worlds of one subject are told apart. Beyond that, what depends on choices is unknown. */
export const worldLimit = 256;

/** How many ways to go on are asked of a single world. */
const askLimit = 32;

/**
 * The choices of one world: those that were given, then the first of each that is met. Reading the same under a longer
 * list of given ones makes the next world.
 */
export class Choices {
  readonly #given: readonly number[];
  readonly #taken: Fork[] = [];

  constructor(given: readonly number[] = []) {
    this.#given = given;
  }

  /** Chooses among so many options, from 0. */
  choose(options: number): number {
    const index = this.#given[this.#taken.length] ?? 0;
    this.#taken.push({ index, options });
    return index;
  }

  /** What has to be given for the next world; undefined behind the last. */
  next(): number[] | undefined {
    const last = this.#taken.findLastIndex(({ index, options }) => index + 1 < options);
    if (last < 0) return undefined;
    return this.#taken.slice(0, last + 1).map(({ index }, place) => (place === last ? index + 1 : index));
  }
}

/** Which way was taken, and how many there were. */
interface Fork {
  readonly index: number;
  readonly options: number;
}

/**
 * Reads again and again, each time by other choices, until all have been taken. A reading that yields undefined can't
 * come to be. Undefined where there are more than can be told apart.
 */
export function enumerate<T>(read: (choices: Choices) => T | undefined): T[] | undefined {
  const worlds: T[] = [];
  const areAll = eachReading(worldLimit, (choices) => {
    const world = read(choices);
    if (world !== undefined) worlds.push(world);
    return true;
  });
  return areAll ? worlds : undefined;
}

/** True where something holds whatever is chosen; false also where there are more choices than are worth asking. */
export function holdsInEach(test: (choices: Choices) => boolean): boolean {
  return eachReading(askLimit, test);
}

/** Reads until all choices have been taken, or it isn't to go on; false where it isn't, or there are more than the limit. */
function eachReading(limit: number, read: (choices: Choices) => boolean): boolean {
  let given: number[] | undefined = [];
  for (let count = 0; given; count++) {
    const choices: Choices = new Choices(given);
    if (count === limit || !read(choices)) return false;
    given = choices.next();
  }
  return true;
}
