import type { SuccessId } from './inventions.ts';

/** The default encryption of a bucket, as it was put. */
export interface Encryption {
  readonly algorithm?: string | undefined;
  /** In the very form it was put: S3 echoes it. */
  readonly key?: string | undefined;
  readonly bucketKeyEnabled: boolean;
  readonly blockedTypes?: readonly string[] | undefined;
  /** Why it may differ from what AWS would hold. */
  readonly invention?: SuccessId | undefined;
}

/** A bucket of the sandbox. Tests may change it while the server runs. */
export interface Bucket {
  readonly name: string;
  readonly type: 'general-purpose' | 'directory';
  readonly account: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** Other accounts whose principals its policy lets in; for general purpose buckets. */
  readonly sharedWith: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** Its policy, a JSON text; undefined where it has none. */
  readonly policy: string | undefined;
  /** Undefined: never configured, as before January 2023. */
  encryption: Encryption | undefined;
  /** What the next readings show in place of the encryption. */
  stale: { readonly encryption: Encryption | undefined; reads: number } | undefined;
  /** A directory bucket's customer managed key, in the form it was put, once it has had one. */
  lifetimeKey: string | undefined;
}

/** A KMS key. */
export interface Key {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | 'Unavailable';
  readonly spec: string;
  readonly usage: string;
  readonly manager: 'CUSTOMER' | 'AWS';
  /** Alias names, each with its `alias/`. */
  readonly aliases: readonly string[];
  /** Other accounts whose principals its policy lets in. */
  readonly sharedWith: readonly string[];
}

/** Who an access key id stands for. */
export interface Principal {
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  /** The actions refused to it, `s3:GetEncryptionConfiguration` for one; all others are allowed. */
  readonly denied: readonly string[];
}

/** Everything the sandbox knows. */
export interface State {
  readonly regions: readonly string[];
  readonly buckets: Map<string, Bucket>;
  readonly keys: Key[];
  /** By access key id. */
  readonly principals: Map<string, Principal>;
}

/** The suffix that makes a bucket a directory bucket, whatever else its name holds. */
const directorySuffix = '--x-s3';

/** Whether a bucket of this name is a directory bucket. */
export function isDirectoryName(name: string): boolean {
  return name.endsWith(directorySuffix);
}

/** The ARN of a key. */
export function arnOf({ id, account, region }: Key): string {
  return `arn:aws:kms:${region}:${account}:key/${id}`;
}
