/**
 * The two types of bucket whose default encryption PutBucketEncryption sets, each by rules of its own.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 */
export const bucketTypes = ['general-purpose', 'directory'] as const;
/** The type of a bucket. */
export type BucketType = (typeof bucketTypes)[number];

/** True for the name of one of them. */
export function isBucketType(value: unknown): value is BucketType {
  return (bucketTypes as readonly unknown[]).includes(value);
}

/** The resource types of CloudFormation that hold a bucket's default encryption. */
export const resourceTypes: ReadonlyMap<string, BucketType> = new Map([
  ['AWS::S3::Bucket', 'general-purpose'],
  ['AWS::S3Express::DirectoryBucket', 'directory'],
]);

/** The end of a bucket's name that S3 reserves for directory buckets. */
export const directorySuffix = '--x-s3';
