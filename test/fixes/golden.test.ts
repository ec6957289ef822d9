import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  type Document,
  fixAll,
  fixesOf,
  keyEditsAt,
  languageOf,
  lint,
  readDocument,
  refactoringsAt,
  type TextEdit,
} from '../../server/src/core/index.ts';

const folder = new URL('golden/', import.meta.url).pathname;
const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** What is done to the files of a folder: at the resource `Here`, or in the configuration. */
const operations: Readonly<Record<string, (document: Document) => readonly TextEdit[]>> = {
  'fix-all': (document) => fixAll(document).edits,
  move: (document) => {
    const [finding] = lint(document).filter(({ rule }) => rule === 'misplaced-encryption');
    return (finding && fixesOf(document, finding)[0]?.edits) ?? [];
  },
  'state-encryption': (document) => refactored(document, 'Add BucketEncryption with AES256'),
  'new-key': (document) => refactored(document, 'Use SSE-KMS with a new key of this template, '),
  'template-key': (document) => refactored(document, 'Use SSE-KMS with Shared.Arn'),
  'named-key': (document) => {
    const edits = keyEditsAt(document, placeIn(document), key, 'general-purpose');
    return typeof edits === 'string' ? [] : edits;
  },
};

function refactored(document: Document, title: string): readonly TextEdit[] {
  const { changes } = refactoringsAt(document, placeIn(document), 'general-purpose');
  return changes.find((change) => change.title.startsWith(title))?.edits ?? [];
}

function placeIn({ text }: Document): number {
  const configuration = text.search(/sseAlgorithm/i);
  return configuration === -1 ? text.search(/\bHere\b/) : configuration;
}

describe.each(Object.entries(operations))('%s', (name, operation) => {
  const files = readdirSync(`${folder}${name}`).filter((file) => file.includes('.before.'));

  it.each(files)('%s', async (file) => {
    const text = readFileSync(`${folder}${name}/${file}`, 'utf8');
    const document = readDocument(text, languageOf(file, text));
    const edits = operation(document);
    expect(edits.length).toBeGreaterThan(0);
    await expect(applyEdits(text, edits)).toMatchFileSnapshot(
      `${folder}${name}/${file.replace('.before.', '.after.')}`,
    );
  });
});
