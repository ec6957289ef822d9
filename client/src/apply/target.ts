import type { Bucket } from '../aws/bucketName.ts';

/** Where a configuration is to go, and as whom: what the user is shown above the two configurations. */
export interface Target {
  readonly bucket: Bucket;
  /** The Region that is asked. */
  readonly region: string;
  /** The caller's account; undefined where a server in place of AWS has no accounts to tell of. */
  readonly account?: string;
  /** The ARN of the caller. */
  readonly principal?: string;
  /** The profile whose credentials are used; the default chain's where it is left out. */
  readonly profile?: string;
  /** The host that the request ends up at. */
  readonly host: string;
}
