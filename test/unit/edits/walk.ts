import { type Random, randomOf } from './random.ts';
import { Session } from './session.ts';
import type { Sample } from './templates.ts';

/** How many steps were of which kind, and how each document was come by. */
export interface Walk {
  readonly kinds: Map<string, number>;
  readonly ways: Map<string, number>;
}

/** After so many steps little is left of what a text was. */
const stepsPerText = 15;

/**
 * Edits texts at random, so many steps, and compares each document with one that is opened anew.
 * @throws at the first that differs, with what it takes to see it again
 */
export function walk(seed: number, steps: number, sampleOf: (random: Random) => Sample): Walk {
  const random = randomOf(seed);
  const result: Walk = { kinds: new Map(), ways: new Map() };
  let session: Session | undefined;
  for (let step = 0; step < steps; step++) {
    if (!session || step % stepsPerText === 0 || session.length > 30_000)
      session = new Session(sampleOf(random), random);
    count(result.kinds, session.step());
    const difference = session.difference();
    if (difference !== undefined) throw new Error(`seed ${seed}, step ${step}: ${difference}`);
    count(result.ways, session.way);
  }
  return result;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
