import { dsseKms } from '../s3/algorithms.ts';
import { hasOthers, removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const bucketKeyWithDsse: Rule = {
  id: 'bucket-key-with-dsse',
  severity: 'warning',
  bucketTypes: ['general-purpose'],
  needs: 'bucket-key',
  *check(world) {
    for (const { entry, algorithm } of defaultsOf(world)) {
      const { bucketKeyEnabled } = entry;
      if (algorithm !== dsseKms || bucketKeyEnabled.state !== 'known' || !bucketKeyEnabled.value) continue;
      const { node } = bucketKeyEnabled;
      const fixes = () => removeMember(node, { safe: hasOthers(node), preferred: true });
      yield { message: 'Bucket keys have no effect with DSSE-KMS', at: node, fixes };
    }
  },
};

export const docs: RuleDocs = {
  what: 'BucketKeyEnabled: true beside aws:kms:dsse.',
  why: `S3 Bucket Keys aren't supported for DSSE-KMS. S3 calls KMS for every object all the same, so the saving that the
setting promises does not come.`,
  fix: 'Remove `BucketKeyEnabled`, or use `aws:kms`.',
  sources: ['dsse', 'bucketKeys'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms:dsse",
          "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
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
                    SSEAlgorithm: aws:kms:dsse
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
  good: [
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
                    SSEAlgorithm: aws:kms:dsse
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
};
