import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageOf, readDocument } from '../../server/src/core/index.ts';
import { newSection } from '../../server/src/core/syntax/build.ts';
import { JsonParser } from '../../server/src/core/syntax/json/jsonParser.ts';
import type { Node } from '../../server/src/core/syntax/node.ts';
import { readEvents } from '../../server/src/core/syntax/yaml/eventReader.ts';
import { readTolerantly } from '../../server/src/core/syntax/yaml/tolerantReader.ts';
import { outline } from '../support/plain.ts';
import { corpusFolder, readCorpusFile, readLabels, textOf } from './corpus.ts';

const hasCorpus = existsSync(corpusFolder);
const files = hasCorpus ? readLabels().map(({ file }) => file) : [];

/** Two ways of reading give equal trees: kinds, texts, styles and spans. */
describe.skipIf(!hasCorpus)('real files', () => {
  const yamlFiles = readFast();

  it('read fast and tolerantly are the same in YAML', () => {
    const compared = yamlFiles.map(({ file, content, fast }) => {
      expect(outlines(readTolerantly(content, sectionOf(content))), file).toBe(fast);
      return file;
    });
    expect(compared.length).toBeGreaterThan(450);
  });

  it('read in sections and as a whole are the same in YAML', () => {
    const cut = yamlFiles.filter(({ file, text, fast }) => {
      const document = readDocument(text, 'yaml');
      expect(outlines(document.roots), file).toBe(fast);
      return document.sections.length > 1;
    });
    expect(cut.length).toBeGreaterThan(250);
  });

  it('read in sections and as a whole are the same in JSON', () => {
    const cut = jsonFiles().filter(({ file, text, content }) => {
      const document = readDocument(text, 'json');
      const section = sectionOf(content, text.length - content.length);
      const whole = new JsonParser(content, section).value();
      const isSound = document.sections.every(({ errors }) => errors.length === 0);
      if (isSound) expect(outlines(document.roots), file).toBe(outlines(whole ? [whole] : []));
      return isSound && document.sections.length > 1;
    });
    expect(cut.length).toBeGreaterThan(80);
  });
});

interface CorpusText {
  readonly file: string;
  readonly text: string;
  /** The text behind a byte-order mark. */
  readonly content: string;
}

/** The YAML files that the fast reader accepts, with what it read in words. */
function readFast(): (CorpusText & { fast: string })[] {
  return textsIn('yaml').flatMap((each) => {
    const fast = readEvents(each.content, sectionOf(each.content, each.text.length - each.content.length));
    return fast ? [{ ...each, fast: outlines(fast.roots) }] : [];
  });
}

function jsonFiles(): CorpusText[] {
  return textsIn('json');
}

function textsIn(language: 'json' | 'yaml'): CorpusText[] {
  return files
    .map((file) => ({ file, text: textOf(readCorpusFile(file)) }))
    .filter(({ file, text }) => languageOf(file, text) === language)
    .map(({ file, text }) => ({ file, text, content: text.replace(/^\uFEFF/, '') }));
}

function sectionOf(content: string, base = 0) {
  return newSection(base, content.length);
}

function outlines(roots: readonly Node[]): string {
  return roots.map((root) => outline(root)).join('\n---\n');
}
