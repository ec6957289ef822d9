import { GetBucketPolicyCommand, GetBucketTaggingCommand } from '@aws-sdk/client-s3';
import { call } from './call.ts';
import type { Answer, OperationName } from './failure.ts';
import type { Session } from './session.ts';

/** A bucket's tags, by key. */
export type Tags = Readonly<Record<string, string>>;

/** The tags of a general purpose bucket; none where it has no set of them. */
export async function bucketTags(session: Session, bucket: string, signal?: AbortSignal): Promise<Answer<Tags>> {
  const answer = await call(session, about('GetBucketTagging'), signal, (options) =>
    session.s3.send(new GetBucketTaggingCommand({ Bucket: bucket }), options),
  );
  if (!answer.ok) return answer.failure.code === 'NoSuchTagSet' ? { ok: true, value: {} } : answer;
  const { TagSet = [] } = answer.value;
  return { ...answer, value: Object.fromEntries(TagSet.map(({ Key = '', Value = '' }) => [Key, Value])) };
}

/** The policy of a general purpose bucket, a JSON text; empty where it has none. */
export async function bucketPolicy(session: Session, bucket: string, signal?: AbortSignal): Promise<Answer<string>> {
  const answer = await call(session, about('GetBucketPolicy'), signal, (options) =>
    session.s3.send(new GetBucketPolicyCommand({ Bucket: bucket }), options),
  );
  if (!answer.ok) return answer.failure.code === 'NoSuchBucketPolicy' ? { ok: true, value: '' } : answer;
  return { ...answer, value: answer.value.Policy ?? '' };
}

function about(name: OperationName) {
  return { name, bucketType: 'general-purpose' } as const;
}
