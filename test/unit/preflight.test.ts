import { describe, expect, it } from 'vitest';
import {
  type BucketType,
  candidateAt,
  candidates,
  preflight,
  readDocument,
  startOf,
} from '../../server/src/core/index.ts';

const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const template = `Resources:
  Plain:
    Type: AWS::S3::Bucket
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - BucketKeyEnabled: true
            BlockedEncryptionTypes: {EncryptionType: [SSE-C]}
            ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: ${keyArn}
  Later:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !GetAtt Key.Arn
`;

function check(text: string, language: 'json' | 'yaml', index: number, bucketType: BucketType): unknown {
  const document = readDocument(text, language);
  const result = preflight(document, index, bucketType);
  if (result?.state !== 'blocked') return result;
  return result.blockers.map(({ message, span }) => {
    const start = startOf(span);
    return [message, text.slice(start, start + span.end - span.start)];
  });
}

describe('candidates', () => {
  it('are the configurations that state an encryption', () => {
    const found = candidates(readDocument(template, 'yaml')).map(({ label, bucketType }) => [label, bucketType]);
    expect(found).toEqual([
      ['Data', 'general-purpose'],
      ['Later', 'general-purpose'],
    ]);
  });

  it('are chosen by an offset', () => {
    const document = readDocument(template, 'yaml');
    expect(candidateAt(document, template.indexOf('Data:'))).toBe(0);
    expect(candidateAt(document, template.indexOf('!GetAtt'))).toBe(1);
    expect(candidateAt(document, template.indexOf('Plain'))).toBeUndefined();
    expect(candidateAt(readDocument('{"Rules":[{"BucketKeyEnabled":true}]}', 'json'), 0)).toBe(0);
  });
});

describe('preflight', () => {
  it('gives plain values where all is known and nothing is refused', () => {
    expect(check(template, 'yaml', 0, 'general-purpose')).toMatchObject({
      state: 'ready',
      configuration: {
        sseAlgorithm: 'aws:kms',
        kmsMasterKeyId: keyArn,
        bucketKeyEnabled: true,
        blockedEncryptionTypes: ['SSE-C'],
      },
      request: {},
      warnings: [],
    });
  });

  it("judges by the chosen bucket's type", () => {
    expect(check(template, 'yaml', 0, 'directory')).toEqual([
      ['A directory bucket has no BlockedEncryptionTypes', 'BlockedEncryptionTypes'],
    ]);
  });

  it('is open where a value is not known, and blocked where none could be stated', () => {
    expect(check(template, 'yaml', 1, 'general-purpose')).toMatchObject({
      state: 'open',
      question: {
        kind: 'member',
        name: 'KMSMasterKeyID',
        detail: 'It is written as !GetAtt Key.Arn',
        isOpen: true,
      },
    });
    const unread = template.replace('!GetAtt Key.Arn', '{Fn::Transform: {Name: Lookup}}');
    expect(check(unread, 'yaml', 1, 'general-purpose')).toEqual([
      ['KMSMasterKeyID is only known at deployment', 'KMSMasterKeyID'],
    ]);
  });

  it('asks for choices that are open, by their names', () => {
    const open = (algorithm: string) => `Parameters: { Env: { AllowedValues: [dev, prod] } }
Conditions: { IsProd: !Equals [!Ref Env, prod] }
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: !If [${algorithm}, aws:kms, AES256] }
`;
    expect(check(open('IsProd'), 'yaml', 0, 'general-purpose')).toMatchObject({
      state: 'open',
      question: { kind: 'parameter', name: 'Env' },
    });
    expect(check(open('Other'), 'yaml', 0, 'general-purpose')).toMatchObject({
      state: 'open',
      question: { kind: 'condition', name: 'Other' },
    });
  });

  it('is blocked by errors, and shows warnings', () => {
    const request = (algorithm: string, key: string) =>
      JSON.stringify({
        Bucket: 'amzn-s3-demo-bucket',
        ExpectedBucketOwner: '111122223333',
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: key } }],
        },
      });
    expect(check(request('AES256', 'alias/data'), 'json', 0, 'general-purpose')).toEqual([
      ['KMSMasterKeyID is not allowed with AES256', '"alias/data"'],
    ]);
    expect(check(request('aws:kms', 'alias/data'), 'json', 0, 'general-purpose')).toMatchObject({
      state: 'ready',
      request: { bucket: 'amzn-s3-demo-bucket', expectedBucketOwner: '111122223333' },
      warnings: [{ rule: 'kms-alias' }],
    });
  });

  it("says nothing of the document's bucket name", () => {
    const request = { Bucket: 'plain', ServerSideEncryptionConfiguration: { Rules: [{ BucketKeyEnabled: true }] } };
    expect(check(JSON.stringify(request), 'json', 0, 'directory')).toMatchObject({ state: 'ready' });
  });

  it('knows no configuration beyond the last', () => {
    expect(check(template, 'yaml', 2, 'general-purpose')).toBeUndefined();
  });
});
