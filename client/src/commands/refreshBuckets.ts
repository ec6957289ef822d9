import type { CommandHost } from './commandHost.ts';
import { bucketTree } from './view/tree.ts';

/** Reads everything anew that the view shows, whichever line of it is selected: VS Code hands that to commands of its title. */
export async function refreshBuckets(host: CommandHost): Promise<void> {
  bucketTree(host).refresh();
}
