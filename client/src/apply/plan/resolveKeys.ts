import { customerKey } from '../checks/keyName.ts';
import { isSame, membersOf } from '../compare.ts';
import type { KeyBook } from '../keyBook.ts';
import type { Plan } from './plan.ts';

interface KeyOptions {
  readonly keys: KeyBook;
  readonly signal: AbortSignal | undefined;
}

/**
 * True where a plan changes nothing but the form in which the key is named: KMS knows both by one ARN. False where KMS
 * doesn't tell, which at worst sends a request more.
 */
export async function isSameByKeys(plan: Plan, { keys, signal }: KeyOptions): Promise<boolean> {
  const present = membersOf(plan.before);
  const { configuration } = plan.request;
  const kmsMasterKeyId = customerKey({ configuration: present });
  const sent = customerKey({ configuration });
  if (kmsMasterKeyId === undefined || sent === undefined) return false;
  if (!isSame(present, { ...configuration, kmsMasterKeyId }, plan.target.bucket.type)) return false;
  const [one, other] = await Promise.all([keys.describe(kmsMasterKeyId, signal), keys.describe(sent, signal)]);
  return one.ok && other.ok && one.value.arn === other.value.arn;
}
