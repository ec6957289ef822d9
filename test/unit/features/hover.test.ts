import { describe, expect, it } from 'vitest';
import german from '../../../l10n/bundle.l10n.de.json';
import { type BucketType, lint } from '../../../server/src/core/index.ts';
import { hoverAt } from '../../../server/src/features/hover.ts';
import { tongueOf } from '../../../server/src/tongue/translate.ts';
import { fourKinds, type Source, source } from './sources.ts';

const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function hover(
  { document, text, offset }: Source,
  bucketType?: BucketType,
  tongue = tongueOf(undefined),
): string | undefined {
  const found = hoverAt(document, text, offset, {
    bucketType,
    findings: lint(document, { bucketType }),
    summary: (rule) => `what ${rule} reports.`,
    rulePage: (rule) => `file:///docs/${rule}.md`,
    ...tongue,
  });
  return (found?.contents as { value: string } | undefined)?.value;
}

/** The hover over the last place that holds a text, in each kind of document. */
function hoverInAll(sought: string, ...configuration: Parameters<typeof fourKinds>): (string | undefined)[] {
  return fourKinds(...configuration).map(([name, text]) => {
    const at = text.lastIndexOf(sought);
    return hover(source(name, `${text.slice(0, at)}|${text.slice(at)}`));
  });
}

describe('a hover in each kind of document', () => {
  it.each([
    ['SSEAlgorithm', ['**SSEAlgorithm** · general purpose bucket', 'Values: `AES256`, `aws:kms`, `aws:kms:dsse`']],
    ['aws:kms', ['**SSEAlgorithm:** `aws:kms`', 'SSE-KMS', 'Cost:', 'Other accounts:']],
    ['KMSMasterKeyID', ['**KMSMasterKeyID**', 'By default: the AWS managed key', 'The full key ARN']],
    ['alias/data', ['Kind: alias', 'Name: `alias/data`', 'kms-alias.md)**: what kms-alias reports.']],
    ['BucketKeyEnabled', ['By default: `false`', '99 %', '(https://docs.aws.amazon.com/AmazonS3/']],
    ['ServerSideEncryptionConfiguration', ['exactly one rule']],
    ['BlockedEncryptionTypes', ['new buckets block `SSE-C`']],
    ['EncryptionType', ['**EncryptionType**', 'Values: `SSE-C`, `NONE`']],
    ['SSE-C', ['Blocks uploads with SSE-C']],
  ])('over %s', (sought, expected) => {
    const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/data' };
    const entry = { BucketKeyEnabled: true, BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } };
    for (const value of hoverInAll(sought, byDefault, entry)) {
      for (const part of expected) expect(value).toContain(part);
    }
  });

  it('reads the parts of an ARN out', () => {
    for (const value of hoverInAll('key/1234', { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn })) {
      expect(value).toContain('Kind: key ARN');
      expect(value).toContain('Region: `eu-central-1`');
      expect(value).toContain('Account: `111122223333`');
      expect(value).toContain('Partition: `aws`');
      expect(value).toContain('Name: `1234abcd-12ab-34cd-56ef-1234567890ab`');
    }
  });

  it('says nothing beside the configuration', () => {
    expect(hover(source('a.yaml', 'Resources:\n  D:\n    Type: AWS::S3|::Bucket\n'))).toBeUndefined();
  });
});

describe('a hover on a directory bucket', () => {
  const template = (configuration: string) => `
    Resources:
      Data:
        Type: AWS::S3Express::DirectoryBucket
        Properties:
          BucketEncryption:
            ServerSideEncryptionConfiguration:
              - ${configuration}
  `;

  it.each([
    ['{ServerSideEncryptionByDefault: {SSE|Algorithm: AES256}}', 'Values: `aws:kms`, `AES256`'],
    ['{ServerSideEncryptionByDefault: {KMS|MasterKeyID: x}}', 'no alias, and not the AWS managed key'],
    ['{Bucket|KeyEnabled: true}', 'always on'],
    ['{ServerSideEncryptionByDefault: {SSEAlgorithm: aws:kms:ds|se}}', 'not supported'],
  ])('%s', (configuration, expected) => {
    const value = hover(source('a.yaml', template(configuration)));
    expect(value).toContain('directory bucket');
    expect(value).toContain(expected);
    expect(value).not.toContain('(assumed)');
  });
});

describe('the type of bucket that nobody states', () => {
  const bare = '{ "Rules": [{ "Bucket|KeyEnabled": true }] }';

  it('is said to be an assumption', () => {
    expect(hover(source('a.json', bare))).toContain('general purpose bucket (assumed)');
  });

  it('is what the settings say', () => {
    expect(hover(source('a.json', bare), 'directory')).toContain('· directory bucket');
  });
});

describe('a hover on odd text', () => {
  it('shows no member of JavaScript’s objects', () => {
    const value = hover(source('a.json', '{ "Rules": [{ "BucketKeyEnabled": true, "constr|uctor": 1 }] }'));
    expect(value).toMatch(/^\*\*\[unknown-property\]/);
  });

  it('stands in arms of Fn::If as beside them', () => {
    const value = hover(
      source(
        'a.yaml',
        `
          Resources:
            Data:
              Type: AWS::S3::Bucket
              Properties:
                BucketEncryption: !If
                  - Kms
                  - ServerSideEncryptionConfiguration:
                      - ServerSideEncryptionByDefault: {SSEAlgorithm: !If [Kms, aws:k|ms, AES256]}
                  - !Ref AWS::NoValue
        `,
      ),
    );
    expect(value).toContain('**SSEAlgorithm:** `aws:kms`');
  });
});

describe('a hover on a function', () => {
  const template = (value: string) => `
    Parameters:
      Algorithm: {Type: String, AllowedValues: [AES256, 'aws:kms:dsse']}
      Later: {Type: String}
    Conditions:
      IsProd: !Equals [!Ref Later, prod]
    Resources:
      Data:
        Type: AWS::S3::Bucket
        Properties:
          BucketEncryption:
            ServerSideEncryptionConfiguration:
              - ServerSideEncryptionByDefault: {SSEAlgorithm: ${value}}
  `;

  it.each([
    ['!Ref Algo|rithm', ['- `AES256` when Algorithm is AES256', '- `aws:kms:dsse` when Algorithm is aws:kms:dsse']],
    ['!If [Is|Prod, aws:kms, AES256]', ['- `aws:kms` when IsProd is true', '- `AES256` when IsProd is false']],
    ['!Ref Lat|er', ['- known at deployment']],
  ])('%s says what it comes to, and when', (value, lines) => {
    const said = hover(source('a.yaml', template(value)));
    for (const line of lines) expect(said).toContain(line);
  });

  it('says so in the reader’s language', () => {
    const said = hover(source('a.yaml', template('!If [Is|Prod, aws:kms, AES256]')), undefined, tongueOf(german));
    expect(said).toContain('- `AES256` wenn gilt: IsProd ist false');
  });
});
