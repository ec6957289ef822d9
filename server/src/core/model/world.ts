import { absent } from '../cloudformation/value.ts';
import type { RequestMembers } from './subject.ts';

/** The members of a request, for a subject that is none. */
export const noRequest: RequestMembers = {
  contentMD5: absent,
  checksumAlgorithm: absent,
  expectedBucketOwner: absent,
};
