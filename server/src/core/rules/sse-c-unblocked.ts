import { blockNone, blockSseC } from '../s3/blockedTypes.ts';
import { use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { blockedTypesOf } from './walk.ts';

export const sseCUnblocked: Rule = {
  id: 'sse-c-unblocked',
  severity: 'warning',
  bucketTypes: ['general-purpose'],
  needs: 'blocked-types',
  *check(world) {
    for (const { items } of blockedTypesOf(world)) {
      const none = items.find(({ value }) => value === blockNone);
      if (!none) continue;
      const fixes = () => [use(none.node, blockSseC, { preferred: true })];
      yield { message: 'NONE allows uploads with SSE-C again', at: none.node, fixes };
    }
  },
};

export const docs: RuleDocs = {
  what: 'BlockedEncryptionTypes NONE allows SSE-C again.',
  why: `Since April 2026 new buckets block uploads with SSE-C, encryption under a key that the uploader brings and S3
forgets. Whoever steals credentials can make data unreadable with it. \`NONE\` lifts that block.`,
  fix: 'Use `SSE-C`, unless an application uploads with customer-provided keys.',
  sources: ['blockedTypes'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "BlockedEncryptionTypes": { "EncryptionType": ["NONE"] } }] }
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
                - BlockedEncryptionTypes:
                    EncryptionType:
                      - NONE
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
