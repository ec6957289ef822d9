/**
 * The members of a default-encryption configuration, in the two spellings that AWS has for it.
 *
 * `api`: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 * `cloudformation`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-bucketencryption.html
 */
export type Dialect = 'api' | 'cloudformation';

/** The levels of a configuration, from the outermost. */
export type ShapeName =
  | 'request'
  | 'properties'
  | 'bucket-encryption'
  | 'configuration'
  | 'entry'
  | 'by-default'
  | 'blocked-types';

/** What a member holds. */
export type MemberType = 'string' | 'boolean' | 'map' | 'list';

/** The members of each level; of `properties`, those of a bucket resource, only the one that matters here. */
export type Shapes = Readonly<Record<ShapeName, Readonly<Record<string, MemberType>>>>;

const byDefault = { SSEAlgorithm: 'string', KMSMasterKeyID: 'string' } as const;
const blockedTypes = { EncryptionType: 'list' } as const;

const api: Shapes = {
  request: {
    Bucket: 'string',
    ContentMD5: 'string',
    ChecksumAlgorithm: 'string',
    ExpectedBucketOwner: 'string',
    ServerSideEncryptionConfiguration: 'map',
  },
  properties: {},
  'bucket-encryption': {},
  configuration: { Rules: 'list' },
  entry: { ApplyServerSideEncryptionByDefault: 'map', BucketKeyEnabled: 'boolean', BlockedEncryptionTypes: 'map' },
  'by-default': byDefault,
  'blocked-types': blockedTypes,
};

const cloudformation: Shapes = {
  request: {},
  properties: { BucketEncryption: 'map' },
  'bucket-encryption': { ServerSideEncryptionConfiguration: 'list' },
  configuration: {},
  entry: { ServerSideEncryptionByDefault: 'map', BucketKeyEnabled: 'boolean', BlockedEncryptionTypes: 'map' },
  'by-default': byDefault,
  'blocked-types': blockedTypes,
};

export const shapes: Readonly<Record<Dialect, Shapes>> = { api, cloudformation };

/** What a dialect calls the default that an entry sets. */
export const defaultNames: Readonly<Record<Dialect, string>> = {
  api: 'ApplyServerSideEncryptionByDefault',
  cloudformation: 'ServerSideEncryptionByDefault',
};

/** What a dialect calls the list of entries, which are rules to AWS. */
export const listNames: Readonly<Record<Dialect, string>> = {
  api: 'Rules',
  cloudformation: 'ServerSideEncryptionConfiguration',
};
