import { blockNone, blockSseC } from '../s3/blockedTypes.ts';
import type { Fix } from './fix.ts';
import { fix } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { type BlockedTypes, blockedTypesOf } from './walk.ts';

export const blockedNoneWithOthers: Rule = {
  id: 'blocked-none-with-others',
  severity: 'warning',
  bucketTypes: ['general-purpose'],
  insteadOf: ['sse-c-unblocked'],
  needs: 'blocked-types',
  *check(world) {
    for (const { list, items } of blockedTypesOf(world)) {
      const values = items.map(({ value }) => value);
      if (!values.includes(blockNone) || !values.includes(blockSseC)) continue;
      yield {
        message: 'NONE contradicts the SSE-C beside it',
        at: list,
        fixes: () => [blockSseC, blockNone].map((kept) => keepOnly(kept, items)),
      };
    }
  },
};

function keepOnly(kept: string, items: BlockedTypes['items']): Fix {
  const others = items.filter(({ value }) => value !== kept);
  return fix(
    `Keep ${kept} alone`,
    others.map(({ node }) => ({ kind: 'remove', node })),
  );
}

export const docs: RuleDocs = {
  what: 'BlockedEncryptionTypes names NONE beside SSE-C.',
  why: 'The two contradict each other: one lifts the block that the other sets. What S3 makes of them is not on record.',
  fix: 'Keep one of the two.',
  sources: ['blockedTypes'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "BlockedEncryptionTypes": { "EncryptionType": ["NONE", "SSE-C"] } }] }
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
                    EncryptionType: [SSE-C, NONE]
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
