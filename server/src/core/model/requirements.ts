import { managedKeyAlias, parseKmsKey } from '../s3/kmsKeys.ts';
import { matchesWildcards } from '../s3/wildcards.ts';

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

/**
 * Why a project does not allow a key that is written so; undefined where it does. Each of the two lists narrows. The account
 * of an alias or a bare id is that of whoever makes the request: not known.
 */
export function keyFault(text: string, { allowedKeys, allowedKeyAccounts, target }: Requirements): string | undefined {
  const key = parseKmsKey(text);
  // Of a malformed key another rule speaks; another store's keys have forms of their own.
  if (!key && target !== 's3-compatible') return undefined;
  if (allowedKeys && !allowedKeys.some((pattern) => matchesWildcards(pattern, text))) {
    return 'none of the keys that the project allows';
  }
  const account = key && 'account' in key ? key.account : undefined;
  if (!allowedKeyAccounts || account === undefined || allowedKeyAccounts.includes(account)) return undefined;
  return `a key of account ${account}; the project allows those of ${allowedKeyAccounts.join(', ') || 'none'}`;
}

/** False where a project does not allow the key that is in force on a general purpose bucket where none is named. */
export function allowsManagedKey(policy: Requirements): boolean {
  return policy.target === 's3-compatible' || keyFault(managedKeyAlias, policy) === undefined;
}
