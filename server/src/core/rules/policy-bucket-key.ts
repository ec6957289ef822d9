import { sseKms } from '../s3/algorithms.ts';
import { addMember, use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const policyBucketKey: Rule = {
  id: 'policy-bucket-key',
  severity: 'warning',
  needsPolicy: true,
  bucketTypes: ['general-purpose'],
  insteadOf: ['kms-without-bucket-key'],
  needs: 'kms-algorithm',
  *check(world, { policy }) {
    if (!policy.requireBucketKey) return;
    const message = 'The project asks for BucketKeyEnabled: true with aws:kms';
    for (const { entry, algorithm } of defaultsOf(world)) {
      const { bucketKeyEnabled } = entry;
      if (algorithm !== sseKms) continue;
      if (bucketKeyEnabled.state === 'absent')
        yield { message, at: entry.node, fixes: () => addMember(world, 'entry', entry.node, on, preferred) };
      if (bucketKeyEnabled.state === 'known' && !bucketKeyEnabled.value) {
        const { node } = bucketKeyEnabled;
        yield { message, at: node, fixes: () => [use(node, true, preferred)] };
      }
    }
  },
};

const on = { name: 'BucketKeyEnabled', value: true };
const preferred = { preferred: true };

export const docs: RuleDocs = {
  what: 'SSE-KMS without an S3 Bucket Key, where the project asks for one.',
  why: `The project's [policy](../policy.md) has \`requireBucketKey: true\`. With a bucket key, S3 calls KMS far less often,
which costs less. A directory bucket always has one, and with DSSE-KMS it has no effect, so those aren't judged.`,
  fix: 'Add `BucketKeyEnabled: true`, after a look at the key policy.',
  sources: ['bucketKeys'],
  bad: [
    {
      language: 'yaml',
      policy: { requireBucketKey: true },
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
    {
      language: 'json',
      policy: { requireBucketKey: true },
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
        "SSEAlgorithm": "aws:kms",
        "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      } }] }
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      policy: { requireBucketKey: true },
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
