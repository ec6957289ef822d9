import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Document,
  endOf,
  languageOf,
  lint,
  pointerIn,
  readDocument,
  startOf,
} from '../../server/src/core/index.ts';
import { newSection } from '../../server/src/core/syntax/build.ts';
import { newDocument } from '../../server/src/core/syntax/document.ts';
import { JsonParser } from '../../server/src/core/syntax/json/jsonParser.ts';
import type { Node, Section } from '../../server/src/core/syntax/node.ts';
import { SourceText } from '../../server/src/core/syntax/sourceText.ts';
import { readDirectly } from '../../server/src/core/syntax/yaml/direct/directReader.ts';
import { readEvents } from '../../server/src/core/syntax/yaml/eventReader.ts';
import { readTolerantly } from '../../server/src/core/syntax/yaml/tolerantReader.ts';
import { yamlBlocks } from '../../server/src/core/syntax/yaml/yamlBlocks.ts';
import { outline } from '../support/plain.ts';
import { corpusFolder, readCorpusFile, readLabels, textOf } from './corpus.ts';

const hasCorpus = existsSync(corpusFolder);
const files = hasCorpus ? readLabels().map(({ file }) => file) : [];

/** Two ways of reading give equal trees (kinds, texts, styles and spans) and so equal findings. */
describe.skipIf(!hasCorpus)('real files', () => {
  const yamlFiles = readFast();

  it('read fast and tolerantly are the same in YAML', () => {
    const findings = yamlFiles.flatMap(({ file, fast, ...text }) => {
      const section = sectionOf(text);
      const tolerant = documentOf(text, section, readTolerantly(text.content, section));
      expect(seen(tolerant), file).toEqual(seen(fast));
      return seen(fast).findings;
    });
    console.log(`${yamlFiles.length} YAML files read fast and tolerantly: equal trees, ${findings.length} findings`);
    expect(yamlFiles.length).toBeGreaterThan(450);
    expect(findings.length).toBeGreaterThan(40);
  });

  it('read directly and from events are the same in YAML, whole and block by block', () => {
    const pieces = yamlFiles.flatMap(({ content }) => [content, ...blocksOf(content)]);
    const direct = pieces.filter((text) => {
      const section = newSection(0, text.length);
      const roots = readDirectly(text, section);
      if (roots) expect(outlines(roots), text).toEqual(outlines(readEvents(text, section)?.roots));
      return roots !== undefined;
    });
    console.log(`${direct.length} of ${pieces.length} texts in YAML read directly: equal trees`);
    expect(direct.length / pieces.length).toBeGreaterThan(0.95);
  });

  it('read in sections and as a whole are the same in YAML', () => {
    const cut = yamlFiles.filter(({ file, text, fast }) => {
      const document = readDocument(text, 'yaml');
      expect(seen(document), file).toEqual(seen(fast));
      return document.sections.length > 1;
    });
    console.log(`${yamlFiles.length} YAML files read in sections and as a whole: equal trees, ${cut.length} were cut`);
    expect(cut.length).toBeGreaterThan(250);
  });

  it('read in sections and as a whole are the same in JSON', () => {
    const sound = textsIn('json').flatMap((each) => {
      const document = readDocument(each.text, 'json');
      if (document.sections.some(({ errors }) => errors.length > 0)) return [];
      const section = sectionOf(each);
      const whole = new JsonParser(each.content, section).value();
      expect(seen(document), each.file).toEqual(seen(documentOf(each, section, whole ? [whole] : [], 'json')));
      return [document];
    });
    const cut = sound.filter(({ sections }) => sections.length > 1);
    console.log(`${sound.length} JSON files read in sections and as a whole: equal trees, ${cut.length} were cut`);
    expect(cut.length).toBeGreaterThan(80);
  });
});

interface Text {
  readonly text: string;
  /** The text behind a byte-order mark. */
  readonly content: string;
}

interface CorpusText extends Text {
  readonly file: string;
}

/** The YAML files that the fast reader accepts, with what it read. */
function readFast(): (CorpusText & { fast: Document })[] {
  return textsIn('yaml').flatMap((each) => {
    const section = sectionOf(each);
    const fast = readEvents(each.content, section);
    return fast ? [{ ...each, fast: documentOf(each, section, fast.roots) }] : [];
  });
}

function blocksOf(text: string): string[] {
  return yamlBlocks(text)?.blocks.map(({ start, end }) => text.slice(start, end)) ?? [];
}

function outlines(roots: readonly Node[] | undefined): string[] | undefined {
  return roots?.map((root) => outline(root));
}

function textsIn(language: 'json' | 'yaml'): CorpusText[] {
  return files
    .map((file) => ({ file, text: textOf(readCorpusFile(file)) }))
    .filter(({ file, text }) => languageOf(file, text) === language)
    .map(({ file, text }) => ({ file, text, content: text.replace(/^\uFEFF/, '') }));
}

function sectionOf({ text, content }: Text): Section {
  return newSection(text.length - content.length, content.length);
}

function documentOf({ text }: Text, section: Section, roots: readonly Node[], language: 'json' | 'yaml' = 'yaml') {
  return newDocument(SourceText.of(text), language, [section], roots);
}

/** All that can be seen of a document, however it was cut. */
function seen(document: Document) {
  const findings = lint(document).map(({ rule, severity, message, at, span }) => {
    const place = `${startOf(span)}-${endOf(span)} ${pointerIn(document, at)}`;
    return `${place} ${severity} ${rule} ${message}`;
  });
  return { outline: document.roots.map((root) => outline(root)).join('\n---\n'), findings };
}
