import { type Checker, notChecked } from './check.ts';
import { customerKey, isKms } from './keyName.ts';

const name = 'key';

/** Whether the key is there. S3 does not look when a general purpose bucket is configured; every upload fails then. */
export const key: Checker = async ({ target: { bucket }, request, keys, signal }) => {
  if (!isKms(request.configuration)) return undefined;
  const reference = customerKey(request);
  if (reference === undefined && bucket.type === 'directory') {
    const message = 'a directory bucket needs a customer managed key, and the request names none';
    return { name, result: 'failed', message };
  }
  if (reference === undefined) {
    const message = 'the AWS managed key aws/s3, which is not asked for: that could create it';
    return { name, result: 'not-checked', message, leavesOpen: 'no other account can use that key' };
  }
  const answer = await keys.describe(reference, signal);
  if (answer.ok) return { name, result: 'passed', message: `KMS knows it as ${answer.value.arn}` };
  if (answer.failure.code !== 'NotFoundException') return notChecked(name, answer.failure);
  return { name, result: 'failed', message: `KMS does not know it: ${answer.failure.message}` };
};
