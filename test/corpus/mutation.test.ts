import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sample } from '../mutation/sample.ts';
import { attempt, trialsIn } from '../mutation/trial.ts';
import { corpusFolder, readLabels } from './corpus.ts';

/** A sample of what `npm run test:mutation` measures on all files. */
describe.skipIf(!existsSync(corpusFolder))('some sound files, broken in one place each', () => {
  it('have exactly one finding more, by the right rule, at the right place', () => {
    const sound = readLabels().filter(({ score }) => score === 'full');
    const trials = sample(sound, 60, 1).flatMap((file) => sample(trialsIn(file), 12, 7));
    const outcomes = trials.map(attempt).filter((outcome) => outcome !== undefined);
    const missed = outcomes.filter(({ isFound }) => !isFound).map(({ expected, added }) => ({ expected, added }));
    expect(outcomes.length).toBeGreaterThan(150);
    expect(missed).toEqual([]);
  });
});
