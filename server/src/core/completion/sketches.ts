import { dsseKms, sseKms, sseS3 } from '../s3/algorithms.ts';
import { blockSseC } from '../s3/blockedTypes.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Dialect } from '../s3/members.ts';
import { hole, list, map, type Sketch, type SketchEntry, text } from '../syntax/sketch.ts';

/** A key's ARN that has the right form, to be filled in. */
export const keyArnHole: Sketch = hole('arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');

/** A rule to choose from, whole. */
export interface Variant {
  /** What AWS calls it. */
  readonly name: string;
  readonly byDefault: readonly SketchEntry[];
  readonly bucketKey: boolean;
}

const sseS3Variant: Variant = { name: 'SSE-S3', byDefault: [['SSEAlgorithm', text(sseS3)]], bucketKey: false };

/** The rules that a bucket of this type can have. */
export function variantsFor(bucketType: BucketType, key: Sketch): readonly Variant[] {
  const withKey = (algorithm: string): SketchEntry[] => [
    ['SSEAlgorithm', text(algorithm)],
    ['KMSMasterKeyID', key],
  ];
  const kms: Variant = { name: 'SSE-KMS', byDefault: withKey(sseKms), bucketKey: bucketType === 'general-purpose' };
  const dsse: Variant = { name: 'DSSE-KMS', byDefault: withKey(dsseKms), bucketKey: false };
  return bucketType === 'directory' ? [sseS3Variant, kms] : [sseS3Variant, kms, dsse];
}

/** One rule. */
export function ruleOf({ byDefault, bucketKey }: Variant, dialect: Dialect): Sketch {
  const name = dialect === 'api' ? 'ApplyServerSideEncryptionByDefault' : 'ServerSideEncryptionByDefault';
  const entries: SketchEntry[] = [[name, map(...byDefault)]];
  if (bucketKey) entries.push(['BucketKeyEnabled', { kind: 'boolean', value: true }]);
  return map(...entries);
}

/** The value of the outer members, with one rule in it; undefined for a member that holds no rule. */
export function aroundRule(member: string, rule: Sketch, dialect: Dialect): Sketch | undefined {
  if (member === 'Rules') return list(rule);
  if (member === 'ServerSideEncryptionConfiguration')
    return dialect === 'api' ? map(['Rules', list(rule)]) : list(rule);
  if (member === 'BucketEncryption') return map(['ServerSideEncryptionConfiguration', list(rule)]);
  return undefined;
}

/** What blocks SSE-C. */
export const blockedTypes: Sketch = map(['EncryptionType', list(text(blockSseC))]);
