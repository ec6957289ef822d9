import type { Checker } from './check.ts';

/** A bucket that answered is there. HeadBucket would tell no more, and needs a session for a directory bucket. */
export const bucketExists: Checker = ({ target: { bucket } }) => ({
  name: 'bucket exists',
  result: 'passed',
  message: `GetBucketEncryption answered for ${bucket.name}`,
});
