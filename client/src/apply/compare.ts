import type { BucketType } from '../../../server/src/protocol.ts';
import type { BucketEncryption, PresentEncryption } from '../aws/encryption.ts';

/** An encryption with its defaults filled in, so that two that do the same are the same. */
export interface Normal {
  readonly sseAlgorithm: string | undefined;
  readonly kmsMasterKeyId: string | undefined;
  readonly bucketKeyEnabled: boolean;
  /** In order, each once; undefined where nothing is said of it. */
  readonly blockedEncryptionTypes: readonly string[] | undefined;
}

/**
 * Fills in what S3 takes where a member is left out: no bucket key on a general purpose bucket, always one on a directory
 * bucket, which also knows no blocked types.
 */
export function normalise(encryption: PresentEncryption, bucketType: BucketType): Normal {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = membersOf(encryption);
  const isDirectory = bucketType === 'directory';
  return {
    sseAlgorithm,
    kmsMasterKeyId,
    bucketKeyEnabled: isDirectory || (bucketKeyEnabled ?? false),
    blockedEncryptionTypes: isDirectory ? undefined : ordered(blockedEncryptionTypes),
  };
}

/** The members of an encryption; none of a bucket that has none. */
export function membersOf(encryption: PresentEncryption): BucketEncryption {
  return encryption === 'none' ? {} : encryption;
}

/** True where two encryptions say the same, defaults filled in. */
export function isSame(a: PresentEncryption, b: PresentEncryption, bucketType: BucketType): boolean {
  const [one, other] = [normalise(a, bucketType), normalise(b, bucketType)];
  return isSameButBlock(one, other) && String(one.blockedEncryptionTypes) === String(other.blockedEncryptionTypes);
}

/**
 * True where what was read shows what was sent. A request without blocked types leaves them to S3, so any will do then;
 * and one that blocks NONE is shown by a bucket that speaks of no block.
 */
export function shows(read: PresentEncryption, sent: BucketEncryption, bucketType: BucketType): boolean {
  const [found, expected] = [normalise(read, bucketType), normalise(sent, bucketType)];
  if (!isSameButBlock(found, expected)) return false;
  const isAnyBlockFine = expected.blockedEncryptionTypes === undefined;
  return isAnyBlockFine || String(blocked(found)) === String(blocked(expected));
}

/**
 * True where two references name one key, as far as their text tells: S3 gives a key back in the form that it was put in,
 * and no key is the AWS managed one. `resolveKeys.ts` asks KMS about the others.
 */
export function isSameKey(a: string | undefined, b: string | undefined): boolean {
  return a === b || (isManaged(a) && isManaged(b));
}

function isManaged(reference: string | undefined): boolean {
  return reference === undefined || reference === 'alias/aws/s3';
}

function isSameButBlock(a: Normal, b: Normal): boolean {
  return (
    a.sseAlgorithm === b.sseAlgorithm &&
    isSameKey(a.kmsMasterKeyId, b.kmsMasterKeyId) &&
    a.bucketKeyEnabled === b.bucketKeyEnabled
  );
}

function ordered(types: readonly string[] | undefined): readonly string[] | undefined {
  return types && [...new Set(types)].sort();
}

/** What is truly blocked: NONE is not. */
function blocked({ blockedEncryptionTypes = [] }: Normal): readonly string[] {
  return blockedEncryptionTypes.filter((type) => type !== 'NONE');
}
