import type { CommandHost } from './commandHost.ts';
import { isBucketNode } from './view/nodes.ts';
import { bucketTree } from './view/tree.ts';

/** Reads a bucket of the view anew, or everything that is shown. */
export async function refreshBuckets(host: CommandHost, node?: unknown): Promise<void> {
  if (isBucketNode(node)) await bucketTree(host).reread(node);
  else bucketTree(host).refresh();
}
