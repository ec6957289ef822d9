import { sources } from '../s3/sources.ts';
import { json, yaml } from './examples.ts';
import type { Rule } from './rule.ts';

export const unknownProperty: Rule = {
  id: 'unknown-property',
  severity: 'error',
  insteadOf: ['missing-algorithm', 'empty-rule', 'no-rule'],
  docs: {
    what: 'A member that the API or the resource type lacks; also a misspelt BucketEncryption.',
    why: `Names are case-sensitive and exact. CloudFormation refuses a property that its schema lacks, and the AWS CLI refuses
to send a member that it doesn't know. The SDK for JavaScript drops it in silence: a misspelt \`KMSMasterKeyID\` leaves the
bucket with the key \`aws/s3\`, and nobody is told.`,
    fix: 'Use the name as AWS spells it, or remove the member.',
    sources: [sources.putBucketEncryption, sources.cfnBucketEncryption, sources.cfnByDefault],
    bad: [
      json`
        { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyId": "alias/data" } }] }
      `,
      yaml`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
                    BlockEncryptionTypes:
                      EncryptionType: [SSE-C]
      `,
    ],
    good: [
      json`
        { "Rules": [{
          "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" },
          "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] }
        }] }
      `,
    ],
  },
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind !== 'unknown-member') continue;
      const { key, nearest } = fault;
      const advice = nearest ? `; did you mean ${nearest}?` : '';
      yield { message: `${key.text} is no member here${advice}`, at: key };
    }
  },
};
