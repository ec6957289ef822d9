import { type Checker, notChecked } from './check.ts';
import { customerKey } from './keyName.ts';

const name = 'key use';
const leavesOpen = 'kms:Decrypt cannot be tried, and other callers were not';

/**
 * Whether the caller may have data keys made. On a directory bucket S3 asks it of whoever configures; on a general purpose
 * bucket the uploaders need it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 */
export const keyUse: Checker = async ({ target: { bucket }, request, aws, keys, signal }) => {
  const reference = customerKey(request);
  if (reference === undefined) return undefined;
  const described = await keys.describe(reference, signal);
  const isUsable = described.ok ? described.value.state === 'Enabled' : described.failure.kind === 'access-denied';
  if (!isUsable) return undefined;
  const answer = await aws.tryKey(described.ok ? described.value.arn : reference, signal);
  if (answer.ok) return { name, result: 'passed', message: 'you may kms:GenerateDataKey', leavesOpen };
  if (answer.failure.kind !== 'access-denied') return notChecked(name, answer.failure);
  const isNeeded = bucket.type === 'directory';
  const whose = isNeeded ? 'S3 asks it of you' : 'whoever uploads needs it, you may not';
  const message = `you may not kms:GenerateDataKey with it: ${whose}`;
  return { name, result: isNeeded ? 'failed' : 'warning', message, leavesOpen };
};
