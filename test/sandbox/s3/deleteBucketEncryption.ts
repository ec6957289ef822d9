import type { Answer } from '../answers.ts';
import type { Call } from '../call.ts';
import { findBucket } from './findBucket.ts';

/** DeleteBucketEncryption: back to SSE-S3, as often as one likes. */
export function deleteBucketEncryption(call: Call): Answer {
  const bucket = findBucket(call, 'DeleteBucketEncryption');
  const blockedTypes = bucket.encryption?.blockedTypes;
  const invention = blockedTypes && 'delete-keeps-blocked-types';
  bucket.encryption = { algorithm: 'AES256', bucketKeyEnabled: false, blockedTypes, invention };
  return { status: 204 };
}
