import { membersOf } from '../compare.ts';
import type { Check, Checker } from './check.ts';
import { customerKey } from './keyName.ts';
import { ofKey } from './ofKey.ts';

const name = 'key for life';

/**
 * A directory bucket keeps its first customer managed key for its lifetime. That a key is the first one shows without KMS,
 * so the warning is given whatever KMS tells.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-specifying-kms-encryption.html
 */
export const keyForLife: Checker = (subject) => {
  const { target, before, request } = subject;
  const wanted = customerKey(request);
  if (target.bucket.type !== 'directory' || wanted === undefined) return undefined;
  const present = membersOf(before).kmsMasterKeyId;
  if (present === undefined) return firstKey;
  return wanted === present ? presentKey : besidePresentKey(present)(subject);
};

const firstKey: Check = {
  name,
  result: 'warning',
  message: 'the first customer managed key of a directory bucket is its only one for ever',
  leavesOpen: 'whether the bucket has had a key before does not show',
};

const presentKey: Check = { name, result: 'passed', message: 'the key that the bucket has' };

/** Whether the key is the bucket's, named in another way. */
function besidePresentKey(present: string): Checker {
  return ofKey(name, async (key, { keys, signal }) => {
    const answer = await keys.describe(present, signal);
    if (!answer.ok) return { result: 'not-checked', message: `the bucket's present key was not told: ${present}` };
    if (answer.value.arn === key.arn) return presentKey;
    return { result: 'failed', message: `the bucket has ${answer.value.arn} for its lifetime, and takes no other` };
  });
}

/** True where a change binds the bucket to a key for ever: that deserves a question of its own. */
export function isForLife(checks: readonly Check[]): boolean {
  return checks.some((check) => check.name === name && check.result === 'warning');
}
