import type { Bucket } from './bucketName.ts';

/** What an ARN needs beside the bucket. */
export interface BucketHome {
  readonly account: string | undefined;
  readonly region: string;
  /** The ARN of the caller: it names the partition. */
  readonly principal: string | undefined;
}

/**
 * The ARN of a bucket. A directory bucket's names its Region and account.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3express.html
 */
export function bucketArn(
  { name, type }: Bucket,
  { account = '', region, principal = 'arn:aws:' }: BucketHome,
): string {
  const [, partition = 'aws'] = principal.split(':');
  return type === 'directory'
    ? `arn:${partition}:s3express:${region}:${account}:bucket/${name}`
    : `arn:${partition}:s3:::${name}`;
}
