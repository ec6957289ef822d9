import type { Checker } from './check.ts';

/**
 * The name says it: S3 reserves the ending `--x-s3`, and only the endpoint of that type answers for it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html
 */
export const bucketType: Checker = ({ target: { bucket, host } }) => ({
  name: 'bucket type',
  result: 'passed',
  message: `${bucket.type === 'directory' ? 'a directory bucket' : 'a general purpose bucket'}, by its name, at ${host}`,
});
