import type { Rule, RuleDocs } from './rule.ts';
import { entriesOf } from './walk.ts';

export const emptyRule: Rule = {
  id: 'empty-rule',
  severity: 'warning',
  *check(world) {
    for (const { node, byDefault, bucketKeyEnabled, blockedEncryptionTypes } of entriesOf(world)) {
      const members = [byDefault, bucketKeyEnabled, blockedEncryptionTypes];
      if (members.every(({ state }) => state === 'absent')) yield { message: 'The rule sets nothing', at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: 'A rule of the configuration sets nothing.',
  why: `A rule without members states no default. What S3 answers to it is not on record; it is what an SDK sends when
every member is misspelt.`,
  fix: 'State the algorithm, or leave the whole configuration out.',
  sources: ['entry', 'cfnEntry'],
  bad: [
    {
      language: 'json',
      text: `
      { "Bucket": "amzn-s3-demo-bucket", "ServerSideEncryptionConfiguration": { "Rules": [{}] } }
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
                - {}
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] } }] }
    `,
    },
  ],
};
