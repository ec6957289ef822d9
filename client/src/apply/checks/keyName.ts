import { isAlias, parseKmsKey } from '../../../../server/src/protocol.ts';
import type { BucketEncryption, PutEncryptionRequest } from '../../aws/encryption.ts';

/** True for the algorithms that take a KMS key. */
export function isKms({ sseAlgorithm }: BucketEncryption): boolean {
  return sseAlgorithm?.startsWith('aws:kms') ?? false;
}

/**
 * The customer's key that a request names; undefined where it names none, or one that AWS manages. Those are never asked
 * for: describing `alias/aws/…` can create the key.
 */
export function customerKey({ configuration }: Pick<PutEncryptionRequest, 'configuration'>): string | undefined {
  const { kmsMasterKeyId } = configuration;
  if (!isKms(configuration) || kmsMasterKeyId === undefined) return undefined;
  return isOfAws(kmsMasterKeyId) ? undefined : kmsMasterKeyId;
}

/** True for an alias that AWS keeps for its own keys. */
export function isOfAws(reference: string): boolean {
  const key = parseKmsKey(reference);
  return key !== undefined && isAlias(key) && key.alias.startsWith('alias/aws/');
}
