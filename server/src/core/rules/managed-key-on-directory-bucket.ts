import { sseKms } from '../s3/algorithms.ts';
import { isManagedKey } from '../s3/kmsKeys.ts';
import { sources } from '../s3/sources.ts';
import { json, yaml } from './examples.ts';
import type { Rule } from './rule.ts';
import { defaultsOf, namedKeysOf } from './walk.ts';

export const managedKeyOnDirectoryBucket: Rule = {
  id: 'managed-key-on-directory-bucket',
  severity: 'error',
  bucketTypes: ['directory'],
  insteadOf: ['kms-alias-on-directory-bucket', 'managed-key'],
  docs: {
    what: 'aws:kms on a directory bucket without a key, or with alias/aws/s3.',
    why: `A directory bucket does not support the AWS managed key \`aws/s3\`, which is what SSE-KMS uses where no key is named.
It needs a customer managed key, and supports only one of them for as long as it exists.`,
    fix: 'Name a customer managed key by its id or ARN.',
    sources: [sources.putBucketEncryption, sources.directoryKms],
    bad: [
      json`
        {
          "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
          "ServerSideEncryptionConfiguration": { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
            "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/aws/s3"
          } }] }
        }
      `,
      yaml`
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
    ],
    good: [
      yaml`
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
    ],
  },
  *check(world) {
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      if (algorithm !== sseKms || byDefault.kmsMasterKeyId.state !== 'absent') continue;
      yield { message: 'aws:kms on a directory bucket needs a customer managed key', at: byDefault.node };
    }
    for (const { key, node } of namedKeysOf(world)) {
      if (isManagedKey(key)) yield { message: 'A directory bucket does not support the AWS managed key', at: node };
    }
  },
};
