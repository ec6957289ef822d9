import { namedKeysOf } from './namedKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const kmsAlias: Rule = {
  id: 'kms-alias',
  severity: 'warning',
  bucketTypes: ['general-purpose'],
  needs: 'kms-key-text',
  *check(world) {
    for (const { form, isManaged, node } of namedKeysOf(world)) {
      if (form !== 'alias' || isManaged) continue;
      yield { message: "The alias is resolved in the requester's account; the key ARN is recommended", at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: 'The KMS key is named by an alias other than alias/aws/s3.',
  why: `KMS resolves an alias in the account of whoever makes the request. Where another account uploads, the data can end
up under a key of that account, or the upload fails. AWS recommends the full ARN of the key, the only form that works across
accounts.`,
  fix: `Name the key by its ARN; of a key of the template, \`!GetAtt Key.Arn\`. Where all who upload are of one account, an
alias does what is meant: suppress the rule there.`,
  sources: ['putBucketEncryption', 'kmsKeyIds'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/data" },
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
                    KMSMasterKeyID: alias/data
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
