import type { Identity } from '../../aws/identity.ts';
import type { PlaceNode } from './nodes.ts';

/** Whose credentials a profile of the view has now; undefined where that can't be told, as of a server without accounts. */
export async function callerOf({ aws, leaving }: PlaceNode): Promise<Identity | undefined> {
  const caller = await aws.callerIdentity(leaving.signal);
  return caller.ok ? caller.value : undefined;
}
