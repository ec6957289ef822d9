import { type Check, type Checker, notChecked } from './check.ts';

const name = 'bucket owner';

/**
 * Whether the account that the request will name as the owner is the owner. Directory buckets take no such header, and
 * answer to their own account alone.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html
 */
export const bucketOwner: Checker = async ({ target, request, aws, signal }) => {
  const { bucket, account } = target;
  if (bucket.type === 'directory') {
    return { name, result: 'passed', message: 'a directory bucket answers to its own account alone' };
  }
  const owner = request.expectedBucketOwner;
  if (owner === undefined) {
    return notChecked(name, { message: 'this server has no accounts to tell of', advice: '' });
  }
  const answer = await aws.isOwnedBy(bucket.name, owner, signal);
  if (!answer.ok) return notChecked(name, answer.failure);
  if (answer.value) return owned(owner, account);
  const message = `account ${owner} does not own it, and S3 will refuse the request; state the owner as ExpectedBucketOwner`;
  return { name, result: 'failed', message };
};

function owned(owner: string, caller: string | undefined): Check {
  if (caller === undefined || owner === caller) return { name, result: 'passed', message: `account ${owner} owns it` };
  const message = `account ${owner} owns it, as the document states, and you call as ${caller}`;
  return { name, result: 'warning', message };
}
