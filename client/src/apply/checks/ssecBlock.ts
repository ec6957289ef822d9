import { membersOf } from '../compare.ts';
import type { Check, Checker } from './check.ts';

/**
 * What becomes of the bucket's block on SSE-C, in words.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
 */
export const ssecBlock: Checker = ({ target: { bucket }, before, request }) => {
  if (bucket.type === 'directory') return undefined;
  const present = membersOf(before).blockedEncryptionTypes;
  const sent = request.configuration.blockedEncryptionTypes;
  if (sent === undefined) {
    return told('passed', 'neither the bucket nor the request speaks of it, and S3 keeps what there is');
  }
  return blockChange(blocksSseC(present), blocksSseC(sent));
};

function blockChange(was: boolean, willBe: boolean): Check {
  if (was && willBe) return told('passed', 'uploads with SSE-C stay blocked');
  if (was) return told('warning', 'lifted: uploads with SSE-C will be allowed again');
  if (willBe) return told('warning', 'set: uploads with SSE-C will be refused from now on');
  return told('passed', 'uploads with SSE-C stay allowed');
}

function told(result: Check['result'], message: string): Check {
  return { name: 'SSE-C block', result, message };
}

function blocksSseC(types: readonly string[] | undefined): boolean {
  return types?.includes('SSE-C') ?? false;
}
