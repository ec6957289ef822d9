import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpusFolder, readLabels } from '../corpus/corpus.ts';
import { report, shareFound } from './report.ts';
import { attempt, mutations, trialsElsewhere, trialsIn } from './trial.ts';

const hasCorpus = existsSync(corpusFolder);
if (!hasCorpus) console.warn('No corpus of real files beside the checkout: nothing is broken.');

describe.skipIf(!hasCorpus)('sound files of the corpus, broken in one place each', () => {
  const files = hasCorpus ? readLabels().filter(({ score }) => score === 'full') : [];
  const attempts = [...files.flatMap(trialsIn), ...trialsElsewhere(files)].map(attempt);
  const outcomes = attempts.filter((outcome) => outcome !== undefined);
  console.log(
    report(outcomes),
    `\n${attempts.length - outcomes.length} left out: broken beyond reading, or no sounder before`,
  );

  it('are broken in each way at least once', () => {
    const names = new Set(outcomes.map(({ trial }) => trial.mutation.name));
    expect(mutations.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
  });

  it('have exactly one finding more, by the right rule, at the right place', () => {
    expect(outcomes.length).toBeGreaterThan(1000);
    expect(shareFound(outcomes)).toBeGreaterThanOrEqual(0.995);
  });
});
