import { defaultAlgorithms, dsseKms, sseKms, sseS3 } from './algorithms.ts';
import { blockNone, blockSseC } from './blockedTypes.ts';
import type { BucketType } from './bucketTypes.ts';
import { checksumAlgorithms } from './requestHeaders.ts';
import type { SourceName } from './sources.ts';

/** What AWS documents of a member or a value. */
export interface MemberFact extends Saying {
  readonly what: string;
  readonly source: SourceName;
  /** What is otherwise on one type of bucket. */
  readonly on?: Readonly<Partial<Record<BucketType, Saying>>>;
}

interface Saying {
  readonly what?: string;
  readonly values?: readonly string[];
  readonly byDefault?: string | undefined;
  readonly cost?: string | undefined;
  readonly otherAccounts?: string | undefined;
  readonly source?: SourceName;
}

const byDefault: MemberFact = {
  what: 'How S3 encrypts new objects whose request names no encryption. Objects that are there already stay as they are.',
  byDefault: '`AES256`',
  source: 'byDefault',
};

/** By the member's name, in either spelling. */
export const memberFacts: Readonly<Record<string, MemberFact>> = {
  Bucket: { what: 'The bucket whose default encryption is set.', source: 'putBucketEncryption' },
  ContentMD5: {
    what: 'The base64 of the MD5 of the body. The SDKs and the AWS CLI send a checksum of their own.',
    source: 'putBucketEncryption',
    on: { directory: { what: 'Not supported for directory buckets: leave it out.' } },
  },
  ChecksumAlgorithm: {
    what: 'The algorithm of the checksum that the SDK sends with the request.',
    values: checksumAlgorithms,
    byDefault: '`CRC32`',
    source: 'putBucketEncryption',
    on: { directory: { values: checksumAlgorithms.filter((name) => name !== 'MD5') } },
  },
  ExpectedBucketOwner: {
    what: 'The 12 digits of the account that must own the bucket. S3 answers 403 where another one does.',
    source: 'putBucketEncryption',
    on: { directory: { what: 'Not supported for directory buckets: S3 answers 501. Leave it out.' } },
  },
  BucketEncryption: {
    what: "The bucket's default encryption. A bucket without it is encrypted with SSE-S3.",
    byDefault: '`AES256`',
    source: 'cfnBucketEncryption',
  },
  ServerSideEncryptionConfiguration: {
    what: 'The default encryption of the bucket: exactly one rule. S3 refuses none, and a second.',
    source: 'configuration',
  },
  Rules: {
    what: 'A list of exactly one rule. S3 refuses an empty one, and a second rule.',
    source: 'configuration',
  },
  ApplyServerSideEncryptionByDefault: byDefault,
  ServerSideEncryptionByDefault: { ...byDefault, source: 'cfnByDefault' },
  SSEAlgorithm: {
    what: 'The server-side encryption of new objects whose request names none.',
    values: defaultAlgorithms,
    source: 'byDefault',
    on: { directory: { values: [sseKms, sseS3], source: 'directoryKms' } },
  },
  KMSMasterKeyID: {
    what: 'The KMS key: its ARN, its id, or an alias. Only beside `aws:kms` and `aws:kms:dsse`. It has to be a symmetric encryption key in the Region of the bucket.',
    byDefault: 'the AWS managed key `aws/s3`',
    otherAccounts:
      'The full key ARN is the only form that works from other accounts: an id or an alias is looked up in the account of the requester, and nobody else can use the AWS managed key.',
    source: 'kms',
    on: {
      directory: {
        what: 'The KMS key: the ARN or the id of a customer managed key; no alias, and not the AWS managed key. Only beside `aws:kms`. A directory bucket supports one such key for as long as it exists.',
        byDefault: undefined,
        otherAccounts: undefined,
        source: 'directoryKms',
      },
    },
  },
  BucketKeyEnabled: {
    what: 'Whether S3 uses an S3 Bucket Key for SSE-KMS: a key that KMS gives it for a while, from which it makes those of the objects.',
    values: ['true', 'false'],
    byDefault: '`false`',
    cost: 'Without it each object costs a call to KMS; with it up to 99 % of them fall away. The encryption context becomes the ARN of the bucket: key policies that name objects must follow.',
    source: 'bucketKeys',
    on: {
      directory: {
        what: 'S3 Bucket Keys are always on for a directory bucket, and can’t be turned off.',
        values: ['true'],
        byDefault: '`true`',
        cost: undefined,
        source: 'directoryKms',
      },
    },
  },
  BlockedEncryptionTypes: {
    what: 'The kinds of encryption that requests to write may not ask for.',
    byDefault: 'the block that the bucket has; new buckets block `SSE-C`',
    source: 'blockedTypes',
    on: { directory: { what: 'Not supported for directory buckets: leave it out.', byDefault: undefined } },
  },
  EncryptionType: {
    what: 'The kinds of encryption that are blocked.',
    values: [blockSseC, blockNone],
    source: 'blockedTypes',
    on: { directory: { values: [] } },
  },
};

/** By the member's name and the value. */
export const valueFacts: Readonly<Record<string, Readonly<Record<string, MemberFact>>>> = {
  SSEAlgorithm: {
    [sseS3]: {
      what: 'SSE-S3: encrypted with keys that S3 holds itself.',
      cost: 'Nothing beside storage and requests.',
      otherAccounts: 'Who may read the object can read it: there is no key to be allowed to use.',
      source: 'defaultEncryption',
    },
    [sseKms]: {
      what: 'SSE-KMS: encrypted with a KMS key. Whoever reads or writes needs the key beside the bucket.',
      cost: 'KMS bills its calls, and a customer managed key by the month; `BucketKeyEnabled: true` saves most of the calls.',
      otherAccounts: 'They need a customer managed key, named by its ARN, whose policy lets them in.',
      source: 'kms',
      on: {
        directory: {
          what: 'SSE-KMS: encrypted with a customer managed key, which `KMSMasterKeyID` has to name.',
          cost: 'KMS bills its calls, and the key by the month; S3 Bucket Keys are always on.',
          otherAccounts: undefined,
          source: 'directoryKms',
        },
      },
    },
    [dsseKms]: {
      what: 'DSSE-KMS: two layers of encryption, both with a KMS key. For those who are required to have two.',
      cost: 'Billed for each gigabyte beside the calls to KMS; S3 Bucket Keys have no effect.',
      otherAccounts: 'They need a customer managed key, named by its ARN, whose policy lets them in.',
      source: 'dsse',
      on: {
        directory: {
          what: 'DSSE-KMS is not supported for directory buckets.',
          cost: undefined,
          otherAccounts: undefined,
        },
      },
    },
  },
  EncryptionType: {
    [blockSseC]: {
      what: 'Blocks uploads with SSE-C, encryption with keys that the requester provides.',
      source: 'blockedTypes',
    },
    [blockNone]: { what: 'Blocks nothing: SSE-C is allowed, also where it was blocked.', source: 'blockedTypes' },
  },
};
