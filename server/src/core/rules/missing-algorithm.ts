import { sources } from '../s3/sources.ts';
import { json, yaml } from './examples.ts';
import type { Rule } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const missingAlgorithm: Rule = {
  id: 'missing-algorithm',
  severity: 'error',
  docs: {
    what: 'ApplyServerSideEncryptionByDefault (ServerSideEncryptionByDefault in a template) has no SSEAlgorithm.',
    why: `SSEAlgorithm is the one required member. A key alone does not imply \`aws:kms\`: the API's schema and
CloudFormation's both refuse the default without it.`,
    fix: 'Add `SSEAlgorithm`: `aws:kms` where a key is named, else `AES256`.',
    sources: [sources.byDefault, sources.cfnByDefault],
    bad: [
      json`
        { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
          "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        } }] }
      `,
      yaml`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault: {}
      `,
    ],
    good: [
      json`
        { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms",
          "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }, "BucketKeyEnabled": true }] }
      `,
    ],
  },
  *check(world) {
    const name = world.dialect === 'api' ? 'ApplyServerSideEncryptionByDefault' : 'ServerSideEncryptionByDefault';
    for (const { byDefault } of defaultsOf(world)) {
      if (byDefault.sseAlgorithm.state === 'absent') {
        yield { message: `${name} has no SSEAlgorithm`, at: byDefault.node };
      }
    }
  },
};
