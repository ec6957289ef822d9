import { hasOthers, removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { entriesOf } from './walk.ts';

export const bucketKeyDisabledOnDirectoryBucket: Rule = {
  id: 'bucket-key-disabled-on-directory-bucket',
  severity: 'warning',
  bucketTypes: ['directory'],
  insteadOf: ['kms-without-bucket-key'],
  needs: 'bucket-key',
  *check(world) {
    for (const { bucketKeyEnabled } of entriesOf(world)) {
      if (bucketKeyEnabled.state !== 'known' || bucketKeyEnabled.value) continue;
      const { node } = bucketKeyEnabled;
      const fixes = () => removeMember(node, { safe: hasOthers(node), preferred: true });
      yield { message: 'Bucket keys are always on in a directory bucket', at: node, fixes };
    }
  },
};

export const docs: RuleDocs = {
  what: 'BucketKeyEnabled: false on a directory bucket.',
  why: `S3 Bucket Keys are always on in a directory bucket and can't be disabled. Whether S3 refuses the value or ignores it
is not documented.`,
  fix: 'Remove `BucketKeyEnabled`.',
  sources: ['putBucketEncryption', 'directoryKms'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": { "Rules": [{
          "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" }, "BucketKeyEnabled": false
        }] }
      }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            LocationName: usw2-az1
            DataRedundancy: SingleAvailabilityZone
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: false
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": { "Rules": [{
          "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" }
        }] }
      }
    `,
    },
  ],
};
