import type { Value } from '../cloudformation/value.ts';
import type { World } from '../model/subject.ts';
import { rememberingLast } from '../syntax/memory.ts';
import { defaultsOf, entriesOf } from './walk.ts';

/** Something that a world may lack: then a rule that needs it has nothing to say. */
export type WorldPart =
  | 'bucket-key'
  | 'bucket-name'
  | 'blocked-types'
  | 'default'
  | 'kms-key'
  | 'log-source'
  | 'request-member'
  | 'shape-fault';

/** The parts that a world has, be their values known or not. */
export const partsOf = rememberingLast((world: World): ReadonlySet<WorldPart> => {
  const parts = new Set<WorldPart>();
  const { contentMD5, checksumAlgorithm, expectedBucketOwner } = world.request;
  if (isThere(world.bucketName) || isThere(world.locationName)) parts.add('bucket-name');
  if ([contentMD5, checksumAlgorithm, expectedBucketOwner].some(isThere)) parts.add('request-member');
  if (world.shapeFaults.length > 0) parts.add('shape-fault');
  if (world.logSources.length > 0) parts.add('log-source');
  for (const { bucketKeyEnabled, blockedEncryptionTypes } of entriesOf(world)) {
    if (isThere(bucketKeyEnabled)) parts.add('bucket-key');
    if (isThere(blockedEncryptionTypes)) parts.add('blocked-types');
  }
  for (const { byDefault } of defaultsOf(world)) {
    parts.add('default');
    if (isThere(byDefault.kmsMasterKeyId)) parts.add('kms-key');
  }
  return parts;
});

function isThere({ state }: Value<unknown>): boolean {
  return state !== 'absent';
}
