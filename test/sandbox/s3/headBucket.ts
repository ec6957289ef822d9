import type { Answer } from '../answers.ts';
import type { Call } from '../call.ts';
import { findBucket } from './findBucket.ts';

/** HeadBucket of a general purpose bucket. That of a directory bucket needs a session, which the sandbox doesn't give. */
export function headBucket(call: Call): Answer {
  const { region } = findBucket(call, 'HeadBucket');
  return { status: 200, headers: { 'x-amz-bucket-region': region, 'x-amz-access-point-alias': 'false' } };
}
