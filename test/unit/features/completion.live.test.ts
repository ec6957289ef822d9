import { describe, expect, it } from 'vitest';
import { lint, pointerIn, type TryEdit } from '../../../server/src/core/index.ts';
import { completionsAt } from '../../../server/src/features/completion.ts';
import { OpenDocument } from '../../../server/src/lsp/openDocument.ts';
import { sayEnglish } from '../../../server/src/tongue/say.ts';
import { readFixtures } from '../fixtures/readFixtures.ts';

/** At how many places of a text completions are compared. */
const places = 12;

describe('completions in a document that is kept open', () => {
  it('are those of its text read anew, and leave it as it was', () => {
    for (const { text, language } of readFixtures()) {
      const open = new OpenDocument('file:///it', language, 1, text);
      const before = findingsOf(open, language);
      const document = open.read(language);
      for (let place = 0; place <= places; place++) {
        const offset = Math.round((text.length * place) / places);
        expect(labelsAt(open, language, offset, open.tryEdit(language))).toEqual(labelsAt(open, language, offset));
      }
      expect(open.read(language)).toBe(document);
      expect(findingsOf(open, language)).toEqual(before);
    }
  });

  it('are right again after an edit in front of the place', () => {
    const text =
      'Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - \n';
    const open = new OpenDocument('file:///it', 'yaml', 1, text);
    const offset = text.length - 1;
    expect(labelsAt(open, 'yaml', offset, open.tryEdit('yaml'))).toSatisfy((labels: string[]) =>
      labels.some((label) => label.includes('ServerSideEncryptionByDefault')),
    );
    const start = { line: 2, character: 0 };
    open.change([{ range: { start, end: start }, text: '    DeletionPolicy: Retain\n' }], 2);
    const moved = offset + '    DeletionPolicy: Retain\n'.length;
    const again = labelsAt(open, 'yaml', moved, open.tryEdit('yaml'));
    expect(again).toEqual(labelsAt(open, 'yaml', moved));
    expect(again).toSatisfy((labels: string[]) =>
      labels.some((label) => label.includes('ServerSideEncryptionByDefault')),
    );
  });
});

type Language = 'json' | 'yaml';

function labelsAt(open: OpenDocument, language: Language, offset: number, tryEdit?: TryEdit): string[] {
  const options = { keys: [], snippets: true, labelDetails: true, say: sayEnglish, ...(tryEdit && { tryEdit }) };
  return completionsAt(open.source, language, offset, options).map((item) => JSON.stringify(item));
}

function findingsOf(open: OpenDocument, language: Language) {
  const document = open.read(language);
  return lint(document).map(({ rule, at, message }) => [rule, pointerIn(document, at), message]);
}
