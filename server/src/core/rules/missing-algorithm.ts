import type { EncryptionByDefault, World } from '../model/subject.ts';
import { sseKms, sseS3 } from '../s3/algorithms.ts';
import { defaultNames } from '../s3/members.ts';
import type { Fix } from './fix.ts';
import { addMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const missingAlgorithm: Rule = {
  id: 'missing-algorithm',
  severity: 'error',
  needs: 'other-algorithm',
  *check(world) {
    const name = defaultNames[world.dialect];
    for (const { byDefault } of defaultsOf(world)) {
      if (byDefault.sseAlgorithm.state === 'absent') {
        yield { message: `${name} has no SSEAlgorithm`, at: byDefault.node, fixes: () => add(world, byDefault) };
      }
    }
  },
};

/** A key speaks for aws:kms, and can't stand beside AES256. */
function add(world: World, { node, kmsMasterKeyId }: EncryptionByDefault): Fix[] {
  const algorithms = kmsMasterKeyId.state === 'absent' ? [sseS3, sseKms] : [sseKms];
  return algorithms.flatMap((value, index) =>
    addMember(world, 'by-default', node, { name: 'SSEAlgorithm', value }, { preferred: index === 0 }),
  );
}

export const docs: RuleDocs = {
  what: 'ApplyServerSideEncryptionByDefault (ServerSideEncryptionByDefault in a template) has no SSEAlgorithm.',
  why: `SSEAlgorithm is the one required member. A key alone does not imply \`aws:kms\`: the API's schema and
CloudFormation's both refuse the default without it.`,
  fix: 'Add `SSEAlgorithm`: `aws:kms` where a key is named, else `AES256`.',
  sources: ['byDefault', 'cfnByDefault'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
        "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      } }] }
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
                - ServerSideEncryptionByDefault: {}
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
        "SSEAlgorithm": "aws:kms",
        "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      }, "BucketKeyEnabled": true }] }
    `,
    },
  ],
};
