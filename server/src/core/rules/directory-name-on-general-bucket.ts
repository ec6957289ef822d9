import { isDirectoryBucketName } from '../s3/bucketNames.ts';
import { sources } from '../s3/sources.ts';
import { yaml } from './examples.ts';
import type { Rule } from './rule.ts';

export const directoryNameOnGeneralBucket: Rule = {
  id: 'directory-name-on-general-bucket',
  severity: 'error',
  bucketTypes: ['general-purpose'],
  dialects: ['cloudformation'],
  docs: {
    what: 'AWS::S3::Bucket whose literal name ends in --x-s3, which is reserved for directory buckets.',
    why: 'A general purpose bucket must not have a name that ends in the reserved suffix: creating it fails.',
    fix: 'Use another name, or the resource type `AWS::S3Express::DirectoryBucket`.',
    sources: [sources.names, sources.cfnDirectoryBucket],
    bad: [
      yaml`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: amzn-s3-demo-bucket--usw2-az1--x-s3
      `,
    ],
    good: [
      yaml`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: amzn-s3-demo-bucket
      `,
    ],
  },
  *check({ bucketName }) {
    if (bucketName.state !== 'known' || !isDirectoryBucketName(bucketName.value)) return;
    yield { message: 'A name that ends in --x-s3 is reserved for directory buckets', at: bucketName.node };
  },
};
