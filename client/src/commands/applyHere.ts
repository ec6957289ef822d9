import type { CommandHost } from './commandHost.ts';
import { chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { applying } from './steps/wording.ts';
import { changeBucket } from './view/changeBucket.ts';
import { isBucketNode } from './view/nodes.ts';

/** Applies the configuration of the open document to a bucket of the view, like any change. */
export async function applyHere(host: CommandHost, node: unknown): Promise<void> {
  if (!isBucketNode(node)) return;
  const place = await placeOf(undefined);
  const chosen = place && (await chooseConfiguration(host, place, applying));
  const desired = chosen && (await judgeAs(host, chosen, node.bucket.type));
  if (desired) await changeBucket(host, node, desired);
}
