import { addBlock } from './blockSseC.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { entriesOf } from './walk.ts';

export const sseCNotStated: Rule = {
  id: 'sse-c-not-stated',
  severity: 'hint',
  isOff: true,
  bucketTypes: ['general-purpose'],
  *check(world) {
    const message = 'Whether SSE-C is blocked stays as it is on the bucket';
    for (const { node, blockedEncryptionTypes } of entriesOf(world)) {
      if (blockedEncryptionTypes.state !== 'absent') continue;
      yield { message, at: node, fixes: () => addBlock(world, node) };
    }
  },
};

export const docs: RuleDocs = {
  what: 'The rule of the configuration leaves the block on SSE-C to the present state of the bucket.',
  why: `A configuration without \`BlockedEncryptionTypes\` keeps the block that the bucket has. New buckets block SSE-C since
April 2026; older ones may not, so the same document can leave two buckets different. The rule is off by default.`,
  fix: 'State `BlockedEncryptionTypes` with `SSE-C`, or with `NONE` where uploads with SSE-C are meant to work.',
  sources: ['blockedTypes', 'entry'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }
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
