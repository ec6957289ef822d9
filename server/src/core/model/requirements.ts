/**
 * What a project asks of its buckets beyond what S3 asks. A member that is left out asks for nothing; each that is there
 * narrows, and none widens another.
 */
export interface Requirements {
  /** The values of SSEAlgorithm that may be used. */
  readonly allowedAlgorithms?: readonly string[];
  /** The KMS keys that may be named, as they are written: ids, ARNs, aliases, with `*` for anything. */
  readonly allowedKeys?: readonly string[];
  /** The accounts whose KMS keys may be named, 12 digits each. */
  readonly allowedKeyAccounts?: readonly string[];
  /** SSE-KMS must come with an S3 Bucket Key. */
  readonly requireBucketKey?: boolean;
  /** The block on SSE-C must be stated. */
  readonly requireSseCBlocked?: boolean;
  /** `s3-compatible`: a store whose keys aren't named as KMS names them. `aws` where it is left out. */
  readonly target?: Target;
}

/** What store the buckets are in. */
export type Target = 'aws' | 's3-compatible';
