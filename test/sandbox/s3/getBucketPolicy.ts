import type { Answer } from '../answers.ts';
import type { Call } from '../call.ts';
import { findBucket } from './findBucket.ts';
import { refusals } from './refusals.ts';

/** GetBucketPolicy. What a policy says is nothing to the sandbox: who may do what is its principals' business. */
export function getBucketPolicy(call: Call): Answer {
  const { name, policy } = findBucket(call, 'GetBucketPolicy');
  if (policy === undefined) throw refusals.noPolicy(name);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: policy };
}
