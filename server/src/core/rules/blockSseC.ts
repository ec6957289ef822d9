import type { World } from '../model/subject.ts';
import { blockSseC } from '../s3/blockedTypes.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { addMember, written } from './fixing.ts';

/** What the fix is called that blocks SSE-C. */
export const blockTitle = `Block ${blockSseC}`;

/** Gives an entry that says nothing of blocked types the block on SSE-C. */
export function addBlock(world: World, entry: Node): Fix[] {
  const value = { [written(world, 'EncryptionType')]: [blockSseC] };
  const member = { name: 'BlockedEncryptionTypes', value, title: blockTitle };
  return addMember(world, 'entry', entry, member, { preferred: true });
}

/** Gives a map of blocked types that says none the block on SSE-C. */
export function addBlockedType(world: World, blockedTypes: Node): Fix[] {
  const member = { name: 'EncryptionType', value: [blockSseC], title: blockTitle };
  return addMember(world, 'blocked-types', blockedTypes, member, { preferred: true });
}
