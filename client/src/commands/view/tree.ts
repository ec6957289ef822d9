import type { CommandHost } from '../commandHost.ts';
import { BucketTree } from './bucketTree.ts';

let tree: BucketTree | undefined;

/** What the view shows, which is there with the first use. */
export function bucketTree(host: CommandHost): BucketTree {
  if (tree) return tree;
  tree = new BucketTree(host);
  host.showBuckets(tree);
  return tree;
}
