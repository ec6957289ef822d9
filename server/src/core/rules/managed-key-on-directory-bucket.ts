import { sseKms } from '../s3/algorithms.ts';
import { namedKeysOf } from './namedKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const managedKeyOnDirectoryBucket: Rule = {
  id: 'managed-key-on-directory-bucket',
  severity: 'error',
  bucketTypes: ['directory'],
  insteadOf: ['kms-alias-on-directory-bucket', 'managed-key'],
  needs: 'default',
  *check(world) {
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      if (algorithm !== sseKms || byDefault.kmsMasterKeyId.state !== 'absent') continue;
      yield { message: 'aws:kms on a directory bucket needs a customer managed key', at: byDefault.node };
    }
    for (const { isManaged, node } of namedKeysOf(world)) {
      if (isManaged === true) yield { message: 'A directory bucket does not support the AWS managed key', at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: 'aws:kms on a directory bucket without a key, or with alias/aws/s3.',
  why: `A directory bucket does not support the AWS managed key \`aws/s3\`, which is what SSE-KMS uses where no key is named.
It needs a customer managed key, and supports only one of them for as long as it exists.`,
  fix: 'Name a customer managed key by its id or ARN.',
  sources: ['putBucketEncryption', 'directoryKms'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/aws/s3"
        } }] }
      }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            LocationName: usw2-az1
            DataRedundancy: SingleAvailabilityZone
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            LocationName: usw2-az1
            DataRedundancy: SingleAvailabilityZone
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
};
