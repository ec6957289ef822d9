import type { BucketType } from '../../../server/src/protocol.ts';
import type { Operation } from './failure.ts';

/**
 * The permission that a call needs, by the bucket's type; empty where none can be missing.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3express.html
 */
export function permissionFor({ name, bucketType = 'general-purpose' }: Operation): string {
  return permissions[name][bucketType];
}

const permissions: Readonly<Record<Operation['name'], Readonly<Record<BucketType, string>>>> = {
  GetBucketEncryption: {
    'general-purpose': 's3:GetEncryptionConfiguration',
    directory: 's3express:GetEncryptionConfiguration',
  },
  PutBucketEncryption: {
    'general-purpose': 's3:PutEncryptionConfiguration',
    directory: 's3express:PutEncryptionConfiguration',
  },
  ListBuckets: { 'general-purpose': 's3:ListAllMyBuckets', directory: '' },
  ListDirectoryBuckets: { 'general-purpose': '', directory: 's3express:ListAllMyDirectoryBuckets' },
  HeadBucket: { 'general-purpose': 's3:ListBucket', directory: 's3express:CreateSession' },
  GetBucketTagging: { 'general-purpose': 's3:GetBucketTagging', directory: '' },
  GetBucketPolicy: { 'general-purpose': 's3:GetBucketPolicy', directory: 's3express:GetBucketPolicy' },
  DescribeKey: { 'general-purpose': 'kms:DescribeKey', directory: 'kms:DescribeKey' },
  GenerateDataKey: { 'general-purpose': 'kms:GenerateDataKey', directory: 'kms:GenerateDataKey' },
  GetCallerIdentity: { 'general-purpose': '', directory: '' },
};
