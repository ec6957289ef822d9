import type { PresentEncryption } from '../../aws/encryption.ts';
import { normalise } from '../compare.ts';
import type { Plan } from './plan.ts';

/** A member whose value changes, under the API's name; undefined where it has none. */
export interface Difference {
  readonly member: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What changes, member by member, defaults filled in; empty for a plan that changes nothing. */
export function differences({ before, request, target }: Plan): Difference[] {
  const now = membersShown(before, target.bucket.type);
  const willBe = membersShown(request.configuration, target.bucket.type);
  return Object.keys(now)
    .map((member) => ({ member, before: now[member], after: willBe[member] }))
    .filter((difference) => difference.before !== difference.after);
}

/** An encryption's members under the API's names, defaults filled in. */
export function membersShown(
  encryption: PresentEncryption,
  type: Plan['target']['bucket']['type'],
): Record<string, string | undefined> {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = normalise(encryption, type);
  return {
    SSEAlgorithm: sseAlgorithm,
    KMSMasterKeyID: kmsMasterKeyId,
    BucketKeyEnabled: String(bucketKeyEnabled),
    BlockedEncryptionTypes: blockedEncryptionTypes?.join(', '),
  };
}
