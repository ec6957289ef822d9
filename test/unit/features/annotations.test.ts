import { describe, expect, it } from 'vitest';
import german from '../../../l10n/bundle.l10n.de.json';
import type { BucketType } from '../../../server/src/core/index.ts';
import { codeLensesOf } from '../../../server/src/features/codeLenses.ts';
import { inlayHintsIn } from '../../../server/src/features/inlayHints.ts';
import { answerPreflight } from '../../../server/src/features/preflight.ts';
import { symbolsOf } from '../../../server/src/features/symbols.ts';
import { tongueOf } from '../../../server/src/tongue/translate.ts';
import { fourKinds, type Source, source } from './sources.ts';

const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const english = tongueOf(undefined);
const { say } = english;
const options = { bucketType: undefined, hasCommands: true, ...english };

const configuration = {
  ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
};

function titles({ document, text }: Source, bucketType?: BucketType): string[] {
  return codeLensesOf(document, text, { ...options, bucketType }).map(({ command }) => command?.title ?? '');
}

/** What is in force, behind what can be done. */
function told(from: Source, bucketType?: BucketType): string | undefined {
  return titles(from, bucketType).at(-1);
}

function hints({ document, text }: Source, bucketType?: BucketType): [string, string][] {
  const whole = { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
  return inlayHintsIn(document, text, whole, { bucketType, say }).map(({ label, position }) => {
    const offset = text.offsetAt(position);
    return [text.getText().slice(0, offset).split(/\s/).at(-1) ?? '', String(label)];
  });
}

describe('lenses in each kind of document', () => {
  it.each([
    [{ SSEAlgorithm: 'AES256' }, {}, 'SSE-S3'],
    [{ SSEAlgorithm: 'aws:kms' }, {}, 'SSE-KMS with the AWS managed key aws/s3, bucket key off'],
    [
      { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn },
      { BucketKeyEnabled: true },
      'SSE-KMS with key/1234abcd-12ab-34cd-56ef-1234567890ab, bucket key on',
    ],
    [{ SSEAlgorithm: 'aws:kms:dsse', KMSMasterKeyID: 'alias/x' }, {}, 'DSSE-KMS with alias/x'],
  ])('%j %j', (byDefault, entry, words) => {
    for (const [name, text] of fourKinds(byDefault, entry)) {
      const shown = titles(source(name, text));
      expect(shown[0]).toBe('Apply to Bucket…');
      expect(shown.at(-1)).toBe(`general purpose bucket · ${words}`);
    }
  });

  it.each([
    [{ SSEAlgorithm: 'AES-256' }, {}],
    [{ SSEAlgorithm: 'AES256', KMSMasterKeyID: arn }, {}],
    [{ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'no key' }, {}],
    [{ KMSMasterKeyID: arn }, { BucketKeyEnabled: true }],
  ])('do not speak of %j %j as if it were in force', (byDefault, entry) => {
    for (const [name, text] of fourKinds(byDefault, entry)) {
      expect(told(source(name, text))).toBe('general purpose bucket · an encryption that does not work');
    }
  });

  it.each([[{}], [{ BucketKeyEnabled: false }]])(
    'say of a directory bucket with %j that its bucket key is on',
    (entry) => {
      const text = JSON.stringify({
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn }, ...entry }],
      });
      expect(told(source('a.json', text), 'directory')).toMatch(
        /^directory bucket · SSE-KMS with key.*, bucket key on$/,
      );
    },
  );

  it('hand over where the configuration is', () => {
    const [[, text] = ['', '']] = fourKinds({ SSEAlgorithm: 'AES256' });
    const { document, text: shown } = source('a.yaml', text);
    const [apply] = codeLensesOf(document, shown, options);
    expect(apply?.command?.command).toBe('s3Encryption.applyToBucket');
    expect(apply?.command?.arguments).toEqual([{ uri: shown.uri, position: apply?.range.start }]);
    expect(codeLensesOf(document, shown, { ...options, hasCommands: false })).toHaveLength(1);
  });

  it('offer to compare with a bucket whose name is known', () => {
    const request = (bucket: string) =>
      `Bucket: ${bucket}\nServerSideEncryptionConfiguration: {Rules: [{BucketKeyEnabled: true}]}`;
    const commandsOf = ({ document, text }: Source) =>
      codeLensesOf(document, text, options).map(({ command }) => command?.command);
    expect(commandsOf(source('a.yaml', request('reports')))).toContain('s3Encryption.compareWithBucket');
    expect(commandsOf(source('a.yaml', request('${Name}')))).not.toContain('s3Encryption.compareWithBucket');
  });

  it('hand over a place that is in that configuration, of several too', () => {
    for (const name of ['a.yaml', 'a.json']) {
      const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketEncryption: configuration } };
      const { document, text } = source(
        name,
        JSON.stringify({ Resources: { One: bucket, Two: bucket } }, undefined, 2),
      );
      const applied = codeLensesOf(document, text, options).filter(
        ({ command }) => command?.title === 'Apply to Bucket…',
      );
      const answers = applied.map(({ range: { start: position } }) =>
        answerPreflight(document, text, { uri: text.uri, version: 1, position }),
      );
      expect(answers).toMatchObject([{ candidate: { label: 'One' } }, { candidate: { label: 'Two' } }]);
    }
  });
});

describe('a lens', () => {
  const template = (value: string, more = '') => `
    Parameters:
      UseKms: {Type: String, AllowedValues: ['yes', 'no']}
      Key: {Type: String}
    Conditions:
      Kms: !Equals [!Ref UseKms, 'yes']
    Resources:
      Data:
        Type: AWS::S3::Bucket
        Properties:
          BucketEncryption:
            ServerSideEncryptionConfiguration:
              - ServerSideEncryptionByDefault: ${value}
    ${more}
  `;

  it('says what an encryption rests on', () => {
    const lens = told(source('a.yaml', template('{SSEAlgorithm: !If [Kms, aws:kms:dsse, AES256]}')));
    expect(lens).toContain('DSSE-KMS with the AWS managed key aws/s3 (when Kms is true)');
    expect(lens).toContain(', or SSE-S3 (when Kms is false)');
  });

  it('says in the reader’s language what an encryption rests on', () => {
    const { document, text } = source('a.yaml', template('{SSEAlgorithm: !If [Kms, aws:kms:dsse, AES256]}'));
    const lens = codeLensesOf(document, text, { ...options, ...tongueOf(german) }).at(-1);
    expect(lens?.command?.title).toBe(
      'Allzweck-Bucket · DSSE-KMS mit dem von AWS verwalteten Schlüssel aws/s3 (wenn gilt: Kms ist true), oder SSE-S3 (wenn gilt: Kms ist false)',
    );
  });

  it('says of the circumstances in which it does not work', () => {
    const lens = told(source('a.yaml', template('{SSEAlgorithm: !If [Kms, AES256, aws:kmss]}')));
    expect(lens).toContain('SSE-S3 (when Kms is true), or an encryption that does not work (when Kms is false)');
  });

  it('judges as of the type that is assumed', () => {
    const bare = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms:dsse" } }] }';
    expect(told(source('a.json', bare), 'directory')).toBe('directory bucket · an encryption that does not work');
    expect(told(source('a.json', bare))).toContain('DSSE-KMS');
  });

  it('says that a key is known later', () => {
    const lens = told(source('a.yaml', template('{SSEAlgorithm: aws:kms, KMSMasterKeyID: !Ref Key}')));
    expect(lens).toContain('SSE-KMS with a key known at deployment, bucket key off');
  });

  it('says what is not known, and guesses nothing', () => {
    expect(told(source('a.yaml', template('{SSEAlgorithm: "{{ algorithm }}"}')))).toContain(
      'encryption known at deployment',
    );
  });

  it('assumes a type only where nobody states it', () => {
    const bare = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }';
    expect(told(source('a.json', bare))).toBe('general purpose bucket (assumed) · SSE-S3');
    expect(told(source('a.json', bare), 'directory')).toBe('directory bucket · SSE-S3');
  });

  it('offers nothing to apply for a bucket that leaves it to S3', () => {
    expect(titles(source('a.yaml', 'Resources:\n  D:\n    Type: AWS::S3::Bucket\n'))).toEqual([
      'general purpose bucket · SSE-S3',
    ]);
  });
});

describe('hints', () => {
  it.each(fourKinds({ SSEAlgorithm: 'aws:kms' }))('in %s say the key and the bucket key', (name, text) => {
    const quote = name.endsWith('json') ? '"' : '';
    expect(hints(source(name, text))).toEqual([
      [`${quote}aws:kms${quote}`, 'key: aws/s3'],
      [`${quote}aws:kms${quote}`, 'bucket key: off'],
    ]);
  });

  it('are silent about what is said', () => {
    for (const [name, text] of fourKinds(
      { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn },
      { BucketKeyEnabled: false },
    )) {
      expect(hints(source(name, text))).toEqual([]);
    }
  });

  it('on a directory bucket say that the bucket key is always on', () => {
    const text = `{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "${arn}" } }] }`;
    expect(hints(source('a.json', text), 'directory')).toEqual(
      [['"aws:kms",', 'bucket key: always on']].map(([, label]) => ['"aws:kms"', label]),
    );
  });

  it('say what a bucket without encryption has', () => {
    const text = 'Resources:\n  D:\n    Type: AWS::S3::Bucket\n';
    expect(hints(source('a.yaml', text))).toEqual([['AWS::S3::Bucket', 'SSE-S3 by default']]);
  });

  it('are those of the lines that are asked for', () => {
    const { document, text } = source('a.yaml', 'Resources:\n  D:\n    Type: AWS::S3::Bucket\n');
    const firstLine = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    expect(inlayHintsIn(document, text, firstLine, { bucketType: undefined, say })).toEqual([]);
  });
});

it.each(fourKinds({ SSEAlgorithm: 'AES256' }))('the symbol of %s is its configuration', (name, text) => {
  const { document, text: shown } = source(name, text);
  expect(symbolsOf(document, shown, { bucketType: undefined, ...english })).toMatchObject([
    { name: name.startsWith('template') ? 'Data' : 'reports', detail: 'general purpose bucket · SSE-S3' },
  ]);
});

describe('of a bucket that a later resource of its name makes void', () => {
  const bucket = (algorithm: string) =>
    `  V:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - ServerSideEncryptionByDefault: { SSEAlgorithm: ${algorithm} }\n`;
  const preflightOf = ({ document, text }: Source, line: number) =>
    answerPreflight(document, text, { uri: text.uri, version: 1, position: { line, character: 0 } });

  it.each(['AWS::SNS::Topic', 'AWS::S3::Bucket'])('nothing is shown, where that is a %s', (type) => {
    const voided = source('a.yaml', `Resources:\n${bucket('aws:kms')}  V:\n    Type: ${type}\n`);
    const alone = source('a.yaml', `Resources:\n  V:\n    Type: ${type}\n`);
    expect(titles(voided)).toEqual(titles(alone));
    expect(hints(voided)).toEqual(hints(alone));
    const names = ({ document, text }: Source) => symbolsOf(document, text, { bucketType: undefined, ...english });
    expect(names(voided).map(({ name }) => name)).toEqual(names(alone).map(({ name }) => name));
    expect(preflightOf(voided, 1)).toEqual({ state: 'none' });
  });

  it('nothing can be applied but what the later one states', () => {
    const both = source('a.yaml', `Resources:\n${bucket('aws:kms')}${bucket('AES256')}`);
    expect(preflightOf(both, 1)).toMatchObject({
      state: 'ready',
      candidate: { index: 0, range: { start: { line: 7 } } },
    });
  });
});
