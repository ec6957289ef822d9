import { sseS3 } from '../s3/algorithms.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { stateEncryption } from './stateEncryption.ts';

export const encryptionNotStated: Rule = {
  id: 'encryption-not-stated',
  severity: 'hint',
  isOff: true,
  dialects: ['cloudformation'],
  *check(world, { node }) {
    if (world.encryption.state !== 'absent') return;
    const fixes = () => stateEncryption(world, node, sseS3, { preferred: true });
    yield { message: 'Without BucketEncryption, the default is SSE-S3', at: node, fixes };
  },
};

export const docs: RuleDocs = {
  what: 'A bucket of a template has no BucketEncryption.',
  why: `S3 has encrypted every new object since January 2023, with SSE-S3 where nothing else is set. Some projects want the
choice to be written down all the same. The rule is off by default.`,
  fix: 'State `BucketEncryption`.',
  sources: ['defaultEncryption', 'cfnBucketEncryption'],
  bad: [
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
    `,
    },
    {
      language: 'json',
      text: `
      { "Resources": { "Data": { "Type": "AWS::S3Express::DirectoryBucket", "Properties": {
        "LocationName": "usw2-az1",
        "DataRedundancy": "SingleAvailabilityZone"
      } } } }
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
                    SSEAlgorithm: AES256
    `,
    },
  ],
};
