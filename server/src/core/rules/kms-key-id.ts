import { namedKeysOf } from './namedKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const kmsKeyId: Rule = {
  id: 'kms-key-id',
  severity: 'hint',
  bucketTypes: ['general-purpose'],
  needs: 'kms-key-text',
  *check(world) {
    for (const { form, node } of namedKeysOf(world)) {
      if (form !== 'key-id') continue;
      yield { message: 'A bare key id does not work across accounts; the key ARN does', at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: 'The KMS key is named by its bare id.',
  why: `A key id doesn't say which account the key belongs to, so it is not for use across accounts. It can also make the
delivery of VPC flow logs fail with "LogDestination undeliverable".`,
  fix: 'Name the key by its ARN; of a key of the template, `!GetAtt Key.Arn` instead of `!Ref Key`.',
  sources: ['putBucketEncryption', 'kmsKeyIds'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "1234abcd-12ab-34cd-56ef-1234567890ab"
        },
        "BucketKeyEnabled": true
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
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: mrk-1234abcd12ab34cd56ef1234567890ab
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms",
          "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        },
        "BucketKeyEnabled": true
      }] }
    `,
    },
  ],
};
