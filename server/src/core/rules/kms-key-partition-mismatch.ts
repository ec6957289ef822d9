import { isAliasForm } from '../s3/kmsKeys.ts';
import { partitionOf } from '../s3/partitions.ts';
import { namedKeysOf } from './namedKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const kmsKeyPartitionMismatch: Rule = {
  id: 'kms-key-partition-mismatch',
  severity: 'error',
  needs: 'kms-key-text',
  *check(world) {
    for (const { form, partition: named, region, node } of namedKeysOf(world)) {
      const partition = region === undefined ? undefined : partitionOf(region);
      if (partition === undefined || named === undefined || partition === named) continue;
      const what = isAliasForm(form) ? 'alias' : 'key';
      const message = `The ${what}'s Region ${region} is in the partition ${partition}, not ${named}`;
      yield { message, at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: "The partition and the Region of a KMS key's ARN don't belong together.",
  why: `Each Region lies in one partition: \`cn-north-1\` in \`aws-cn\`, \`us-gov-west-1\` in \`aws-us-gov\`. An ARN that
mixes them names no key, so every upload to the bucket fails. A Region whose name fits no known partition is not judged.`,
  fix: 'Use the ARN as KMS shows it; in a template write `arn:${AWS::Partition}:kms:…`.',
  sources: ['arns', 'kmsKeyIds'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms",
          "KMSMasterKeyID": "arn:aws:kms:cn-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        },
        "BucketKeyEnabled": true
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
                    KMSMasterKeyID: arn:aws-us-gov:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms",
          "KMSMasterKeyID": "arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        },
        "BucketKeyEnabled": true
      }] }
    `,
    },
  ],
};
