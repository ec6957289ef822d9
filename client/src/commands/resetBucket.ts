import type { Desired } from '../apply/plan/request.ts';
import type { CommandHost } from './commandHost.ts';
import { changeBucket } from './view/changeBucket.ts';
import { isBucketNode } from './view/nodes.ts';

/**
 * Gives a bucket of the view SSE-S3, by a Put: what DeleteBucketEncryption does to a block on SSE-C is not known, and a Put
 * carries it over.
 */
export async function resetBucket(host: CommandHost, node: unknown): Promise<void> {
  const desired: Desired = { configuration: { sseAlgorithm: 'AES256', bucketKeyEnabled: false }, request: {} };
  if (isBucketNode(node)) await changeBucket(host, node, desired);
}
