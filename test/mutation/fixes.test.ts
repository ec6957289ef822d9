import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languageOf } from '../../server/src/core/index.ts';
import { corpusFolder, readLabels } from '../corpus/corpus.ts';
import { checkFixes } from '../fixes/checkFixes.ts';
import { changed } from './mutation.ts';
import { sample } from './sample.ts';
import { trialsElsewhere, trialsIn } from './trial.ts';

/** How many broken texts are mended, and the seed that they are chosen by. */
const trials = Number(process.env.S3_ENCRYPTION_TRIALS ?? 1_500);
const seed = 7;

/** In UTF-16 units: each fix that is tried costs several readings of the whole text. */
const mostText = 30_000;

it.skipIf(!existsSync(corpusFolder))('every fix keeps its promises in broken files', { timeout: 900_000 }, () => {
  const files = readLabels().filter(({ score }) => score === 'full');
  const all = [...files.flatMap(trialsIn), ...trialsElsewhere(files)];
  const short = all.filter(({ ground }) => ground.document.text.length < mostText);
  const sum = { texts: 0, findings: 0, fixes: 0, safe: 0 };
  const broken: string[] = [];
  for (const { file, mutation, ground, change } of sample(short, trials, seed)) {
    const text = changed(ground, change);
    const { bucketType } = mutation;
    const seen = checkFixes(text, languageOf(file, text), bucketType && { bucketType });
    sum.texts++;
    sum.findings += seen.findings;
    sum.fixes += seen.fixes;
    sum.safe += seen.safe;
    broken.push(...seen.broken.map((problem) => `${file}, ${mutation.name}: ${problem}`));
  }
  console.log(`broken files: ${JSON.stringify(sum)} of ${all.length}, ${broken.length} promises broken`);
  expect(broken.slice(0, 5)).toEqual([]);
  expect(sum.fixes).toBeGreaterThan(sum.texts / 4);
});
