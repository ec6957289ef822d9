import { type BucketType, isDirectoryBucketName } from '../../../server/src/protocol.ts';

/** A bucket, as a listing or the user names it. */
export interface Bucket {
  readonly name: string;
  readonly type: BucketType;
  /** Where it lives; undefined where the listing doesn't tell. */
  readonly region?: string;
}

/** The type that a bucket's name says: the SDK looks at nothing else. */
export function bucketTypeOf(name: string): BucketType {
  return isDirectoryBucketName(name) ? 'directory' : 'general-purpose';
}
