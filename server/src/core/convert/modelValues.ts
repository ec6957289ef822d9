import { parseDirectoryBucketName } from '../s3/bucketNames.ts';
import { type Dialect, defaultNames } from '../s3/members.ts';
import type { ModelValue } from '../syntax/edit/change.ts';
import type { Stated } from './stated.ts';

/** The one rule of a configuration, in a dialect's names. */
export function ruleOf({ configuration }: Pick<Stated, 'configuration'>, dialect: Dialect): ModelValue {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = configuration;
  const byDefault = defined({ SSEAlgorithm: sseAlgorithm, KMSMasterKeyID: kmsMasterKeyId });
  return defined({
    [defaultNames[dialect]]: Object.keys(byDefault).length > 0 ? byDefault : undefined,
    BucketKeyEnabled: bucketKeyEnabled,
    BlockedEncryptionTypes: blockedEncryptionTypes && { EncryptionType: blockedEncryptionTypes },
  });
}

/** A request of PutBucketEncryption. */
export function requestOf(stated: Stated): ModelValue {
  const { expectedBucketOwner, checksumAlgorithm } = stated.request;
  return defined({
    Bucket: stated.bucket ?? '<Bucket>',
    ServerSideEncryptionConfiguration: { Rules: [ruleOf(stated, 'api')] },
    ChecksumAlgorithm: checksumAlgorithm,
    ExpectedBucketOwner: expectedBucketOwner,
  });
}

/** A template with one bucket. */
export function templateOf(stated: Stated): ModelValue {
  const { bucket, bucketType } = stated;
  const encryption = { ServerSideEncryptionConfiguration: [ruleOf(stated, 'cloudformation')] };
  const properties =
    bucketType === 'directory'
      ? {
          BucketName: bucket,
          LocationName: (bucket && parseDirectoryBucketName(bucket)?.zoneId) ?? '<LocationName>',
          DataRedundancy: 'SingleAvailabilityZone',
        }
      : { BucketName: bucket };
  const type = bucketType === 'directory' ? 'AWS::S3Express::DirectoryBucket' : 'AWS::S3::Bucket';
  const resource = { Type: type, Properties: defined({ ...properties, BucketEncryption: encryption }) };
  return { Resources: { Bucket: resource } };
}

function defined(members: Record<string, ModelValue | undefined>): { readonly [name: string]: ModelValue } {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, ModelValue] => entry[1] !== undefined),
  );
}
