import type { CommandHost } from './commandHost.ts';
import { isPlaceNode } from './view/nodes.ts';
import { bucketTree } from './view/tree.ts';

/** Takes a profile out of the view. */
export async function removeProfile(host: CommandHost, node?: unknown): Promise<void> {
  if (isPlaceNode(node)) bucketTree(host).remove(node);
}
