import { membersOf } from '../compare.ts';
import type { Check } from './check.ts';
import { ofKey } from './ofKey.ts';

const name = 'key for life';

/**
 * A directory bucket keeps its first customer managed key for its lifetime.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-specifying-kms-encryption.html
 */
export const keyForLife = ofKey(name, async (key, { target, before, keys, signal }) => {
  if (target.bucket.type !== 'directory') return undefined;
  const present = membersOf(before).kmsMasterKeyId;
  if (present === undefined) {
    const message = 'the first customer managed key of a directory bucket is its only one for ever';
    return { result: 'warning', message, leavesOpen: 'whether the bucket has had a key before does not show' };
  }
  const answer = await keys.describe(present, signal);
  if (!answer.ok) return { result: 'not-checked', message: `the bucket's present key was not told: ${present}` };
  if (answer.value.arn === key.arn) return { result: 'passed', message: 'the key that the bucket has' };
  return { result: 'failed', message: `the bucket has ${answer.value.arn} for its lifetime, and takes no other` };
});

/** True where a change binds the bucket to a key for ever: that deserves a question of its own. */
export function isForLife(checks: readonly Check[]): boolean {
  return checks.some((check) => check.name === name && check.result === 'warning');
}
