import { type Check, type Checker, notChecked } from './check.ts';
import { isKms } from './keyName.ts';

const name = 'access logs';

/**
 * Whether S3 delivers access logs to the bucket: SSE-S3 is the only default that AWS documents for a log's target. Which
 * buckets log here stands in their own settings, so only the policy that lets S3 deliver can be seen.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export const accessLogs: Checker = async ({ target: { bucket }, request, aws, signal }) => {
  if (bucket.type === 'directory' || !isKms(request.configuration)) return undefined;
  const policy = await aws.bucketPolicy(bucket.name, signal);
  if (!policy.ok) return notChecked(name, policy.failure);
  return policy.value.includes('logging.s3.amazonaws.com') ? deliversHere : notKnown;
};

const deliversHere: Check = {
  name,
  result: 'warning',
  message: 'its policy lets S3 deliver access logs to it, for which AWS documents SSE-S3 alone',
};

const notKnown: Check = {
  name,
  result: 'not-checked',
  message: 'its policy does not let S3 deliver access logs to it; an ACL may, and which buckets log here was not asked',
};
