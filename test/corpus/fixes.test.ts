import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languageOf, mayHoldConfiguration, readDocument } from '../../server/src/core/index.ts';
import { checkFixes } from '../fixes/checkFixes.ts';
import { checkRefactorings } from '../fixes/checkRefactorings.ts';
import { corpusFolder, readCorpusFile, readLabels, textOf } from './corpus.ts';

/** In UTF-16 units: each fix that is tried costs several readings of the whole text. */
const mostText = 60_000;

it.skipIf(!existsSync(corpusFolder))(
  'every fix and refactoring keeps its promises in real files',
  { timeout: 600_000 },
  () => {
    const broken: string[] = [];
    const sum = { files: 0, findings: 0, fixes: 0, safe: 0, refactorings: 0 };
    for (const { file } of readLabels()) {
      const text = textOf(readCorpusFile(file));
      if (text.length > mostText || !mayHoldConfiguration(text)) continue;
      const language = languageOf(file, text);
      const seen = checkFixes(text, language);
      const refactorings = checkRefactorings(readDocument(text, language));
      sum.files++;
      sum.findings += seen.findings;
      sum.fixes += seen.fixes;
      sum.safe += seen.safe;
      sum.refactorings += refactorings.count;
      broken.push(...[...seen.broken, ...refactorings.broken].map((problem) => `${file}: ${problem}`));
    }
    console.log(`real files: ${JSON.stringify(sum)}, ${broken.length} promises broken`);
    expect(broken.slice(0, 3)).toEqual([]);
    expect(sum.refactorings).toBeGreaterThan(100);
  },
);
