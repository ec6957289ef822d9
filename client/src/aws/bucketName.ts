/** The two types that matter for default encryption. */
export type BucketType = 'general-purpose' | 'directory';

/** A bucket, as a listing or the user names it. */
export interface Bucket {
  readonly name: string;
  readonly type: BucketType;
  /** Where it lives; undefined where the listing doesn't tell. */
  readonly region?: string;
}

/**
 * The type that a bucket's name says. S3 reserves the ending for directory buckets, and the SDK looks at nothing else.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html
 */
export function bucketTypeOf(name: string): BucketType {
  return name.endsWith('--x-s3') ? 'directory' : 'general-purpose';
}
