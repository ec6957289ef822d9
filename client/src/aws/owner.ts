import { GetBucketEncryptionCommand } from '@aws-sdk/client-s3';
import { call } from './call.ts';
import type { Answer, Operation } from './failure.ts';
import type { Session } from './session.ts';

/**
 * Whether an account owns a general purpose bucket. To be asked of a bucket that the caller has just read: then a refusal
 * of the same reading with the owner named can only be about the owner.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 */
export async function isOwnedBy(
  session: Session,
  bucket: string,
  account: string,
  signal?: AbortSignal,
): Promise<Answer<boolean>> {
  const operation: Operation = { name: 'GetBucketEncryption', bucketType: 'general-purpose', expectedOwner: account };
  const answer = await call(session, operation, signal, (options) =>
    session.s3.send(new GetBucketEncryptionCommand({ Bucket: bucket, ExpectedBucketOwner: account }), options),
  );
  if (answer.ok || answer.failure.code === 'ServerSideEncryptionConfigurationNotFoundError')
    return { ok: true, value: true };
  return answer.failure.kind === 'access-denied' ? { ok: true, value: false } : answer;
}
