import { sseKms } from '../s3/algorithms.ts';
import { addMember, use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const kmsWithoutBucketKey: Rule = {
  id: 'kms-without-bucket-key',
  severity: 'information',
  bucketTypes: ['general-purpose'],
  needs: 'kms-algorithm',
  *check(world) {
    const message = 'Without a bucket key, S3 calls KMS for every object';
    for (const { entry, algorithm } of defaultsOf(world)) {
      const { bucketKeyEnabled } = entry;
      if (algorithm !== sseKms) continue;
      if (bucketKeyEnabled.state === 'absent')
        yield { message, at: entry.node, fixes: () => addMember(world, 'entry', entry.node, on) };
      if (bucketKeyEnabled.state === 'known' && !bucketKeyEnabled.value) {
        const { node } = bucketKeyEnabled;
        yield { message, at: node, fixes: () => [use(node, true)] };
      }
    }
  },
};

/** Not safe: key policies that name the object's ARN as encryption context must follow. */
const on = { name: 'BucketKeyEnabled', value: true };

export const docs: RuleDocs = {
  what: 'SSE-KMS without an S3 Bucket Key: BucketKeyEnabled is absent or false.',
  why: `Without a bucket key, S3 calls KMS for every object that is written or read, and each call costs. With one, a key
for the bucket does most of the work: AWS says that it lowers the cost of KMS requests by up to 99 percent.

Turning bucket keys on changes the encryption context from the object's ARN to the bucket's: key policies and grants that
name ARNs of objects have to follow.`,
  fix: 'Add `BucketKeyEnabled: true`, after a look at the key policy.',
  sources: ['bucketKeys'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
        "SSEAlgorithm": "aws:kms",
        "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      } }] }
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
                - BucketKeyEnabled: false
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
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
