import { type Random, randomOf } from './random.ts';
import { Session } from './session.ts';
import type { Sample } from './templates.ts';

/** How many steps were of which kind, how each document was come by, and what an editor that pulls was told. */
export interface Walk {
  readonly kinds: Map<string, number>;
  readonly ways: Map<string, number>;
  readonly pulls: Map<string, number>;
}

/** After so many steps little is left of what a text was. */
const stepsPerText = 15;

/**
 * Edits texts at random, so many steps, and compares each document with one that is opened anew.
 * @throws at the first that differs, with what it takes to see it again
 */
export function walk(seed: number, steps: number, sampleOf: (random: Random) => Sample): Walk {
  const random = randomOf(seed);
  const result: Walk = { kinds: new Map(), ways: new Map(), pulls: new Map() };
  let session: Session | undefined;
  for (let step = 0; step < steps; step++) {
    if (!session || step % stepsPerText === 0 || session.length > 30_000)
      session = new Session(sampleOf(random), random);
    count(result.kinds, session.step());
    const difference = session.difference();
    if (difference !== undefined) throw new Error(`seed ${seed}, step ${step}: ${difference}`);
    count(result.ways, session.way);
    count(result.pulls, pulled(session, seed, step));
  }
  return result;
}

function pulled(session: Session, seed: number, step: number): string {
  try {
    return session.pulled();
  } catch (error) {
    throw new Error(`seed ${seed}, step ${step}: an editor that pulls`, { cause: error });
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
