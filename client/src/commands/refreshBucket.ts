import type { CommandHost } from './commandHost.ts';
import { isBucketNode } from './view/nodes.ts';
import { bucketTree } from './view/tree.ts';

/** Reads a bucket of the view anew. */
export async function refreshBucket(host: CommandHost, node?: unknown): Promise<void> {
  if (isBucketNode(node)) await bucketTree(host).reread(node);
}
