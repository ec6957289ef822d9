import { isAliasForm } from '../s3/kmsKeys.ts';
import { namedKeysOf } from './namedKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const kmsAliasOnDirectoryBucket: Rule = {
  id: 'kms-alias-on-directory-bucket',
  severity: 'error',
  bucketTypes: ['directory'],
  insteadOf: ['kms-alias'],
  needs: 'kms-key-text',
  *check(world) {
    for (const { form, node } of namedKeysOf(world)) {
      if (isAliasForm(form)) yield { message: 'A directory bucket takes a key id or key ARN, not an alias', at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: 'An alias, by name or ARN, as the KMS key of a directory bucket.',
  why: 'A directory bucket takes a key id or a key ARN only; the alias format is not supported.',
  fix: 'Name the key by its ARN.',
  sources: ['putBucketEncryption', 'directoryKms'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/data"
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
                    KMSMasterKeyID: arn:aws:kms:us-west-2:111122223333:alias/data
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms",
          "KMSMasterKeyID": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        } }] }
      }
    `,
    },
  ],
};
