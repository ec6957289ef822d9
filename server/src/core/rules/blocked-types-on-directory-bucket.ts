import { isPresent } from '../cloudformation/value.ts';
import { keyOf } from '../syntax/pointer.ts';
import { removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { entriesOf } from './walk.ts';

export const blockedTypesOnDirectoryBucket: Rule = {
  id: 'blocked-types-on-directory-bucket',
  severity: 'warning',
  severityIn: { cloudformation: 'error' },
  bucketTypes: ['directory'],
  insteadOf: ['unknown-property', 'wrong-type', 'unknown-blocked-type'],
  needs: 'blocked-types',
  *check(world) {
    for (const { blockedEncryptionTypes: blocked } of entriesOf(world)) {
      if (!isPresent(blocked) || !blocked.node) continue;
      const at = keyOf(blocked.node) ?? blocked.node;
      // In a request it is no more than a warning: what the AWS CLI refuses to send is told as well.
      const speaksFor = world.dialect === 'cloudformation' ? blocked.node : undefined;
      const fixes = () => removeMember(at, { preferred: true });
      yield { message: 'A directory bucket has no BlockedEncryptionTypes', at, speaksFor, fixes };
    }
  },
};

export const docs: RuleDocs = {
  what: 'BlockedEncryptionTypes on a directory bucket.',
  why: `BlockedEncryptionTypes is documented for general purpose buckets only. The resource type
\`AWS::S3Express::DirectoryBucket\` lacks it, so CloudFormation refuses the template. What S3 answers to a request is not
on record.`,
  fix: 'Remove `BlockedEncryptionTypes`.',
  sources: ['entry', 'cfnDirectoryBucket'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": { "Rules": [{
          "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" },
          "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] }
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
                - BlockedEncryptionTypes:
                    EncryptionType: [SSE-C]
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket",
        "ServerSideEncryptionConfiguration": { "Rules": [{
          "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" },
          "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] }
        }] }
      }
    `,
    },
  ],
};
