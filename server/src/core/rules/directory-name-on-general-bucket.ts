import { knownEnd } from '../cloudformation/text.ts';
import { writtenText } from '../cloudformation/value.ts';
import { isDirectoryBucketName } from '../s3/bucketNames.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const directoryNameOnGeneralBucket: Rule = {
  id: 'directory-name-on-general-bucket',
  severity: 'error',
  bucketTypes: ['general-purpose'],
  dialects: ['cloudformation'],
  needs: 'bucket-name',
  *check({ bucketName }) {
    const name = writtenText(bucketName);
    if (!name || !isDirectoryBucketName(knownEnd(name.text))) return;
    yield { message: 'A name that ends in --x-s3 is reserved for directory buckets', at: name.node };
  },
};

export const docs: RuleDocs = {
  what: 'AWS::S3::Bucket whose literal name ends in --x-s3, which is reserved for directory buckets.',
  why: 'A general purpose bucket must not have a name that ends in the reserved suffix: creating it fails.',
  fix: 'Use another name, or the resource type `AWS::S3Express::DirectoryBucket`.',
  sources: ['names', 'cfnDirectoryBucket'],
  bad: [
    {
      language: 'json',
      text: `
      { "Resources": { "Data": {
        "Type": "AWS::S3::Bucket", "Properties": { "BucketName": "amzn-s3-demo-bucket--usw2-az1--x-s3" }
      } } }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: amzn-s3-demo-bucket--usw2-az1--x-s3
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
            BucketName: amzn-s3-demo-bucket
    `,
    },
  ],
};
