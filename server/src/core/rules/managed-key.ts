import { takesKmsKey } from '../s3/algorithms.ts';
import { namedKeysOf } from './namedKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const managedKey: Rule = {
  id: 'managed-key',
  severity: 'information',
  bucketTypes: ['general-purpose'],
  insteadOf: ['kms-alias'],
  needs: 'kms-algorithm',
  *check(world) {
    const message = 'The AWS managed key aws/s3 is in force; no other account can use it';
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      if (algorithm === undefined || !takesKmsKey(algorithm)) continue;
      if (byDefault.kmsMasterKeyId.state === 'absent') yield { message, at: byDefault.node };
    }
    for (const { algorithm, isManaged, node } of namedKeysOf(world)) {
      if (algorithm !== undefined && takesKmsKey(algorithm) && isManaged === true) yield { message, at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: 'SSE-KMS or DSSE-KMS with the AWS managed key aws/s3: no key is named, or alias/aws/s3.',
  why: `The key policy of an AWS managed key can't be changed: no other account can be allowed to use it, so none can read
the bucket's objects, whatever the bucket's policy says.`,
  fix: 'Name a customer managed key where other accounts need the data; else nothing.',
  sources: ['kms', 'defaultEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" }, "BucketKeyEnabled": true
      }] }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: alias/aws/s3
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
};
