import { expect, it } from 'vitest';
import { languageOf, mayHoldConfiguration } from '../../server/src/core/index.ts';
import { tryEvery } from '../unit/features/everyCompletion.ts';
import { readCorpusFile, readLabels, textOf } from './corpus.ts';

/** In UTF-16 units: each completion that is tried costs several readings of the whole text. */
const mostText = 3_000;

it('no completion makes an error in a real file, wherever it is accepted', { timeout: 600_000 }, () => {
  const faults: string[] = [];
  let files = 0;
  let accepted = 0;
  for (const { file, score } of readLabels()) {
    const text = score === 'no-crash' ? '' : textOf(readCorpusFile(file));
    if (text.length > mostText || !mayHoldConfiguration(text)) continue;
    const tried = tryEvery(text, languageOf(file, text));
    files++;
    accepted += tried.accepted;
    faults.push(...tried.faults.map((fault) => `${file}: ${fault}`));
  }
  console.log(`${accepted} completions accepted in ${files} files, ${faults.length} faults`);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(accepted).toBeGreaterThan(100);
});
