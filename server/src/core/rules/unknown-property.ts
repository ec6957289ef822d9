import type { ScalarNode } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { fix, hasMember, mapOf } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const unknownProperty: Rule = {
  id: 'unknown-property',
  severity: 'error',
  insteadOf: ['missing-algorithm', 'empty-rule', 'no-rule'],
  needs: 'shape-fault',
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind !== 'unknown-member') continue;
      const { key, nearest } = fault;
      const advice = nearest ? `; did you mean ${nearest}?` : '';
      yield { message: `${key.text} is no member here${advice}`, at: key, fixes: () => renameTo(nearest, key) };
    }
  },
};

/** A name that is taken already isn't the one that is meant. */
function renameTo(name: string | undefined, key: ScalarNode): Fix[] {
  if (name === undefined || hasMember(mapOf(key), name)) return [];
  return [fix(`Rename to ${name}`, [{ kind: 'rename', key, name }], { safe: true, preferred: true, uncovers: true })];
}

export const docs: RuleDocs = {
  what: 'A member that the API or the resource type lacks; also a misspelt BucketEncryption.',
  why: `Names are case-sensitive and exact. CloudFormation refuses a property that its schema lacks, and the AWS CLI refuses
to send a member that it doesn't know. The SDK for JavaScript drops it in silence: a misspelt \`KMSMasterKeyID\` leaves the
bucket with the key \`aws/s3\`, and nobody is told.`,
  fix: 'Use the name as AWS spells it, or remove the member.',
  sources: ['putBucketEncryption', 'cfnBucketEncryption', 'cfnByDefault'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyId": "alias/data" } }] }
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
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
                  BlockEncryptionTypes:
                    EncryptionType: [SSE-C]
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" },
        "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] }
      }] }
    `,
    },
  ],
};
