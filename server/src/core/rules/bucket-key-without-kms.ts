import { sseS3 } from '../s3/algorithms.ts';
import { hasOthers, removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const bucketKeyWithoutKms: Rule = {
  id: 'bucket-key-without-kms',
  severity: 'hint',
  bucketTypes: ['general-purpose'],
  needs: 'bucket-key',
  *check(world) {
    for (const { entry, algorithm } of defaultsOf(world)) {
      const { bucketKeyEnabled } = entry;
      if (algorithm !== sseS3 || bucketKeyEnabled.state !== 'known' || !bucketKeyEnabled.value) continue;
      const { node } = bucketKeyEnabled;
      const fixes = () => removeMember(node, { safe: hasOthers(node), preferred: true });
      yield { message: 'A bucket key has no effect with AES256', at: node, fixes };
    }
  },
};

export const docs: RuleDocs = {
  what: 'BucketKeyEnabled: true beside AES256.',
  why: `An S3 Bucket Key saves calls to KMS. SSE-S3 makes none, so the setting is accepted and has no effect, until an upload
asks for \`aws:kms\` itself.`,
  fix: 'Remove `BucketKeyEnabled`.',
  sources: ['bucketKeys', 'entry'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" }, "BucketKeyEnabled": true
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
                    SSEAlgorithm: AES256
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" }, "BucketKeyEnabled": false
      }] }
    `,
    },
  ],
};
