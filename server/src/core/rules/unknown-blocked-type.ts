import { mayBeOneOf } from '../cloudformation/mayBe.ts';
import { shownText } from '../cloudformation/text.ts';
import { nearest } from '../model/nearest.ts';
import { blockedEncryptionTypes } from '../s3/blockedTypes.ts';
import { use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { blockedTypesOf } from './walk.ts';

export const unknownBlockedType: Rule = {
  id: 'unknown-blocked-type',
  severity: 'error',
  insteadOf: ['wrong-type'],
  needs: 'blocked-types',
  *check(world) {
    for (const { texts } of blockedTypesOf(world)) {
      for (const { text, node } of texts) {
        if (mayBeOneOf(text, blockedEncryptionTypes)) continue;
        const value = shownText(text);
        const meant = nearest(value, blockedEncryptionTypes);
        const advice = meant ? `; did you mean ${meant}?` : '; it is NONE or SSE-C';
        yield {
          message: `EncryptionType ${JSON.stringify(value)} can't be blocked${advice}`,
          at: node,
          fixes: () => (meant ? [use(node, meant, { preferred: true })] : []),
        };
      }
    }
  },
};

export const docs: RuleDocs = {
  what: 'BlockedEncryptionTypes names a type that is neither NONE nor SSE-C.',
  why: `SSE-C is the only type that can be blocked, and \`NONE\` lifts the block. The enums of the API and of
CloudFormation hold nothing else: other types can't be kept away by this setting.`,
  fix: 'Use `SSE-C` to block uploads with customer-provided keys, or `NONE`.',
  sources: ['blockedTypes', 'entry'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "BlockedEncryptionTypes": { "EncryptionType": ["SSE-KMS"] } }] }
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
                    EncryptionType: [SSEC]
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
