import { parseArgs } from 'node:util';
import { corpusSamples } from '../../corpus/samples.ts';
import { randomOf } from './random.ts';
import { template } from './templates.ts';
import { walk } from './walk.ts';

// Edits texts at random, generated ones and real ones in turn, and tells how many steps of which kind saw no difference.
const { values } = parseArgs({
  options: { steps: { type: 'string', default: '20000' }, seed: { type: 'string' } },
});
const steps = Number(values.steps);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);

const real = corpusSamples();
const began = performance.now();
const { kinds, ways, pulls } = walk(seed, steps, (random) =>
  real.length > 0 && random.chance(50) ? random.pick(real) : template(randomOf(random.below(1e9))),
);
console.log(
  `${steps} steps, 0 differences, ${Math.round((performance.now() - began) / 1000)} s; ${real.length} real files among the texts`,
);
for (const [name, counts] of [
  ['read', ways],
  ['pulled', pulls],
  ['edits', kinds],
] as const) {
  console.log(
    `${name}: ${[...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  );
}
