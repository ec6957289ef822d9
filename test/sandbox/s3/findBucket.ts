import { inventedRefusal } from '../answers.ts';
import type { Call } from '../call.ts';
import type { BucketOperation } from '../operations.ts';
import { demand } from '../permissions.ts';
import type { Bucket } from '../state.ts';
import { refusals } from './refusals.ts';

/** The actions that a bucket's calls need: `s3:` on general purpose buckets, `s3express:` on directory buckets. */
const actions: Readonly<Record<BucketOperation, string>> = {
  HeadBucket: 'ListBucket',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  PutBucketEncryption: 'PutEncryptionConfiguration',
  DeleteBucketEncryption: 'PutEncryptionConfiguration',
  GetBucketTagging: 'GetBucketTagging',
  GetBucketPolicy: 'GetBucketPolicy',
};

/**
 * The bucket of a call, if the caller may make that call on it. A body is looked at only after this: S3 says that a
 * bucket is missing even where the body is bad.
 * @throws {Refusal}
 */
export function findBucket(call: Call, operation: BucketOperation): Bucket {
  return call.route.service === 's3express' ? findDirectory(call, operation) : findGeneralPurpose(call, operation);
}

function findGeneralPurpose({ request, route, principal, state }: Call, operation: BucketOperation): Bucket {
  const name = route.bucket ?? '';
  const bucket = state.buckets.get(name);
  if (!bucket) throw refusals.noSuchBucket(name);
  if (bucket.type === 'directory') throw inventedRefusal('directory-no-such-bucket');
  if (bucket.region !== route.region) throw refusals.permanentRedirect(name, bucket.region);
  const isLetIn = [bucket.account, ...bucket.sharedWith].includes(principal.account);
  if (!isLetIn) throw refusals.accessDenied();
  demand(principal, `s3:${actions[operation]}`, `arn:aws:s3:::${name}`);
  checkOwner(bucket, request.headers['x-amz-expected-bucket-owner']);
  return bucket;
}

function checkOwner({ account }: Bucket, expected: string | undefined): void {
  if (expected === undefined) return;
  if (!/^\d{12}$/.test(expected)) throw refusals.malformedOwner(expected);
  if (expected !== account) throw refusals.accessDenied();
}

function findDirectory({ request, route, principal, state }: Call, operation: BucketOperation): Bucket {
  const bucket = state.buckets.get(route.bucket ?? '');
  const isHere = bucket?.type === 'directory' && bucket.region === route.region;
  if (!isHere) throw inventedRefusal('directory-no-such-bucket');
  if (bucket.account !== principal.account) throw inventedRefusal('directory-foreign-bucket');
  const arn = `arn:aws:s3express:${bucket.region}:${bucket.account}:bucket/${bucket.name}`;
  demand(principal, `s3express:${actions[operation]}`, arn);
  if (request.headers['x-amz-expected-bucket-owner'] !== undefined) throw refusals.ownerNotSupported();
  if (request.headers['content-md5'] !== undefined) throw inventedRefusal('directory-content-md5');
  return bucket;
}
