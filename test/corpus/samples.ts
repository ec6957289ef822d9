import { existsSync } from 'node:fs';
import { languageOf, mayHoldConfiguration } from '../../server/src/core/index.ts';
import type { Sample } from '../unit/edits/templates.ts';
import { corpusFolder, readCorpusFile, readLabels, textOf } from './corpus.ts';

/** The small files of the corpus that may hold a configuration; none where the corpus isn't there. */
export function corpusSamples(): Sample[] {
  if (!existsSync(corpusFolder)) return [];
  return readLabels()
    .map(({ file }) => ({ file, text: textOf(readCorpusFile(file)) }))
    .filter(({ text }) => text.length < 12_000 && mayHoldConfiguration(text))
    .map(({ file, text }) => ({ language: languageOf(file, text), text }));
}
