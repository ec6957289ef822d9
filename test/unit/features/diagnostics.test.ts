import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { type Language, lintRuns } from '../../../server/src/core/index.ts';
import { toDiagnostics } from '../../../server/src/features/diagnostics.ts';
import { OpenDocument } from '../../../server/src/lsp/openDocument.ts';

const terms = {};
const options = { relatedInformation: true, rulePage: () => undefined, translate: String };

describe('the diagnostics of a document that is edited', () => {
  it('are the very same where no edit moves them', () => {
    const { document, diagnosed } = opened('yaml', yaml);
    const before = diagnosed();
    document.change([typed(lineOf(yaml, 'B8'), 4, 'x')], 2);
    const after = diagnosed();
    expect(after.flat()).toHaveLength(9);
    expect(kept(before, after)).toBeGreaterThan(1);
  });

  it('are the very same where what they relate to stands elsewhere', () => {
    const { document, diagnosed } = opened('yaml', keyed);
    const before = diagnosed();
    document.change([typed(lineOf(keyed, 'B8'), 4, 'x')], 2);
    expect(kept(before, diagnosed())).toBeGreaterThan(1);
  });

  it('relate to what stands elsewhere where it is now', () => {
    for (const key of ['Parameters', 'Stage', 'KeyArn']) {
      const { document, diagnosed } = opened('yaml', keyed);
      expect(related(diagnosed())).toHaveLength(9);
      document.change([typed(lineOf(keyed, key), 0, '# a line\n')], 2);
      expect(related(diagnosed())).toEqual(related(opened('yaml', document.getText()).diagnosed()));
    }
  });

  it('are where they are now, if lines come in above them', () => {
    const { document, diagnosed } = opened('yaml', yaml);
    diagnosed();
    document.change([typed(0, 0, '# one\n# two\n')], 2);
    expect(lines(diagnosed())).toEqual(lines(opened('yaml', `# one\n# two\n${yaml}`).diagnosed()));
  });

  it('are where they are now, if a line comes in between two that stay together', () => {
    const { document, diagnosed } = opened('json', json);
    diagnosed();
    for (let gap = 1; gap < 9; gap++) {
      document.change([typed(lineOf(document.getText(), `B${gap}`), 0, '\n')], gap + 1);
      expect(lines(diagnosed())).toEqual(lines(opened('json', document.getText()).diagnosed()));
    }
  });
});

it('diagnostics are where they are now, if something before them on their line grows', () => {
  const oneLine = JSON.stringify({ Resources: resources });
  const { document, diagnosed } = opened('json', oneLine);
  for (const [index, name] of names.entries()) {
    diagnosed();
    document.change([typed(0, document.getText().indexOf(name) + 1, 'x')], index + 2);
    expect(spelt(diagnosed())).toEqual(spelt(opened('json', document.getText()).diagnosed()));
  }
});

describe('the diagnostics that suppressions leave', () => {
  const suppressed = (comment: string) =>
    yaml.replace('  B4:', `  # ${comment}\n  B4:`).replace('  B1:', '  B1:\n    # said');
  const inFile = 's3-encryption-ignore-file no-rule';

  it('are the very same where an edit changes nothing for them', () => {
    const { document, diagnosed } = opened('yaml', suppressed('s3-encryption-ignore-file kms-alias'));
    const before = diagnosed();
    document.change([typed(lineOf(document.getText(), 'B8'), 4, 'x')], 2);
    expect(kept(before, diagnosed())).toBeGreaterThan(0);
  });

  it.each(['Resources:', '  B0:', '  B1:', '  B4:', '  B8:', ''])(
    'stand before %j where what is said of one does',
    (key) => {
      const comment = '# s3-encryption-ignore-line kms-alias\n';
      const text = key === '' ? yaml + comment : yaml.replace(key, `${comment}${key}`);
      const found = lines(opened('yaml', text).diagnosed());
      expect(found).toHaveLength(10);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    },
  );

  it.each([
    [inFile, inFile.replace('no-rule', 'kms-alias')],
    [inFile, '-'],
    ['-', inFile],
    ['s3-encryption-ignore-file wrong-type', inFile],
    [inFile, inFile.replace('-file', '-line')],
  ])('follow %j as it becomes %j', (from, to) => {
    const { document, diagnosed } = opened('yaml', suppressed(from));
    expect(spelt(diagnosed())).toEqual(spelt(opened('yaml', suppressed(from)).diagnosed()));
    const line = lineOf(suppressed(from), `# ${from}`);
    const range = { start: { line, character: 4 }, end: { line, character: 4 + from.length } };
    document.change([{ range, text: to }], 2);
    expect(spelt(diagnosed())).toEqual(spelt(opened('yaml', suppressed(to)).diagnosed()));
  });

  it('follow a comment that takes another rule from each bucket', () => {
    const text = (rule: string) => `# s3-encryption-ignore-file ${rule}\n${keyed}`;
    const { document, diagnosed } = opened('yaml', text('malformed-kms-key'));
    const before = spelt(diagnosed());
    const range = { start: { line: 0, character: 28 }, end: { line: 0, character: 45 } };
    document.change([{ range, text: 'kms-without-bucket-key' }], 2);
    expect(spelt(diagnosed())).toEqual(spelt(opened('yaml', text('kms-without-bucket-key')).diagnosed()));
    expect(spelt(diagnosed())).toHaveLength(before.length);
    expect(spelt(diagnosed())).not.toEqual(before);
  });

  it('follow Metadata that stand elsewhere', () => {
    const metadata = (rule: string) => `${yaml}Metadata:\n  s3-encryption:\n    ignore: [${rule}]\n`;
    const { document, diagnosed } = opened('yaml', metadata('no-rule'));
    expect(diagnosed().flat()).toEqual([]);
    const line = lineOf(metadata('no-rule'), 'ignore');
    const range = { start: { line, character: 13 }, end: { line, character: 20 } };
    document.change([{ range, text: 'kms-alias' }], 2);
    expect(spelt(diagnosed())).toEqual(spelt(opened('yaml', metadata('kms-alias')).diagnosed()));
    expect(diagnosed().flat()).toHaveLength(10);
  });
});

function spelt(lists: readonly (readonly Diagnostic[])[]): string[] {
  return lists.flat().map((diagnostic) => JSON.stringify(diagnostic));
}

function opened(language: Language, text: string) {
  const document = new OpenDocument(`file:///t.${language}`, language, 1, text);
  const diagnosed = () => lintRuns(document.read(language), terms).map((run) => toDiagnostics(run, document, options));
  return { document, diagnosed };
}

/** How many lists are still those of before. */
function kept(before: readonly (readonly Diagnostic[])[], after: readonly (readonly Diagnostic[])[]): number {
  return after.filter((list) => list.length > 0 && before.includes(list)).length;
}

function related(lists: readonly (readonly Diagnostic[])[]): number[] {
  return lists
    .flat()
    .flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location }) => location.range.start.line));
}

function lines(lists: readonly (readonly Diagnostic[])[]): number[] {
  return lists.flat().map(({ range }) => range.start.line);
}

function typed(line: number, character: number, text: string) {
  return { range: { start: { line, character }, end: { line, character } }, text };
}

function lineOf(text: string, key: string): number {
  return text.split('\n').findIndex((line) => line.includes(key));
}

const names = Array.from({ length: 9 }, (_, index) => `B${index}`);
const properties = { BucketEncryption: { ServerSideEncryptionConfiguration: [] } };
const resources = Object.fromEntries(names.map((name) => [name, { Type: 'AWS::S3::Bucket', Properties: properties }]));
const json = JSON.stringify({ Resources: resources }, null, 2);
const yaml = `Resources:\n${names
  .map((name) => `  ${name}:\n    Type: AWS::S3::Bucket\n    Properties: ${JSON.stringify(properties)}\n`)
  .join('')}`;

const named = {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { Ref: 'KeyArn' } } },
    ],
  },
};
const keyed = `Parameters:
  Stage:
    Type: String
  KeyArn:
    Type: String
    Default: ''
Resources:
${names.map((name) => `  ${name}:\n    Type: AWS::S3::Bucket\n    Properties: ${JSON.stringify(named)}\n`).join('')}`;
