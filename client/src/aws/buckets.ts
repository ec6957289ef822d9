import { HeadBucketCommand, ListBucketsCommand, ListDirectoryBucketsCommand } from '@aws-sdk/client-s3';
import { type BucketType, regionOfDirectoryBucket } from '../../../server/src/protocol.ts';
import { type Bucket, bucketTypeOf } from './bucketName.ts';
import { call } from './call.ts';
import type { Answer } from './failure.ts';
import { blockOnRoad } from './road.ts';
import type { Session } from './session.ts';

/** A page of a listing, and where the next one begins. */
interface Page {
  readonly buckets: readonly Bucket[];
  readonly next: string | undefined;
}

/**
 * Lists the buckets of a type, page by page: the account's general purpose buckets of all Regions, or the directory
 * buckets of the session's Region. Ends after the first failure, which it gives like a page.
 */
export async function* listBuckets(
  session: Session,
  type: BucketType,
  signal?: AbortSignal,
): AsyncGenerator<Answer<readonly Bucket[]>, void> {
  const block = blockOnRoad(session, type);
  if (block) return yield { ok: false, failure: block };
  const pageAfter = type === 'directory' ? directoryPage : generalPurposePage;
  let token: string | undefined;
  do {
    const page: Answer<Page> = await pageAfter(session, token, signal);
    if (!page.ok) return yield page;
    yield { ...page, value: page.value.buckets };
    token = page.value.next;
  } while (token);
}

/**
 * The Region that a bucket lives in. S3 tells that of a general purpose bucket whichever Region is asked, also where the
 * caller may not read the bucket. A directory bucket answers in its own Region alone, which the zone in its name tells;
 * where it doesn't, the bucket is taken for one of the session's Region.
 */
export async function bucketRegion(session: Session, bucket: string, signal?: AbortSignal): Promise<Answer<string>> {
  if (bucketTypeOf(bucket) === 'directory')
    return { ok: true, value: regionOfDirectoryBucket(bucket) ?? session.region };
  const operation = { name: 'HeadBucket', bucketType: 'general-purpose' } as const;
  const answer = await call(session, operation, signal, (options) =>
    session.s3.send(new HeadBucketCommand({ Bucket: bucket }), options),
  );
  if (answer.ok) return { ...answer, value: answer.value.BucketRegion ?? session.region };
  const { region } = answer.failure;
  return region ? { ok: true, value: region } : answer;
}

async function generalPurposePage(session: Session, token: string | undefined, signal?: AbortSignal) {
  // With a page's size asked for, S3 also tells each bucket's Region.
  const input = { MaxBuckets: 1000, ...(token && { ContinuationToken: token }) };
  const operation = { name: 'ListBuckets', bucketType: 'general-purpose' } as const;
  const answer = await call(session, operation, signal, (options) =>
    session.s3.send(new ListBucketsCommand(input), options),
  );
  if (!answer.ok) return answer;
  const { Buckets = [], ContinuationToken: next } = answer.value;
  const buckets = Buckets.map(({ Name, BucketRegion }) => bucket('general-purpose', Name, BucketRegion));
  return { ...answer, value: { buckets, next } };
}

async function directoryPage(session: Session, token: string | undefined, signal?: AbortSignal) {
  const input = { MaxDirectoryBuckets: 1000, ...(token && { ContinuationToken: token }) };
  const operation = { name: 'ListDirectoryBuckets', bucketType: 'directory' } as const;
  const answer = await call(session, operation, signal, (options) =>
    session.s3.send(new ListDirectoryBucketsCommand(input), options),
  );
  if (!answer.ok) return answer;
  const { Buckets = [], ContinuationToken: next } = answer.value;
  const buckets = Buckets.map(({ Name }) => bucket('directory', Name, session.region));
  return { ...answer, value: { buckets, next } };
}

function bucket(type: BucketType, name = '', region: string | undefined): Bucket {
  return { name, type, ...(region && { region }) };
}
