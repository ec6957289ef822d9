import { type Value, writtenText } from '../cloudformation/value.ts';
import type { World } from '../model/subject.ts';
import { defaultAlgorithms, takesKmsKey } from '../s3/algorithms.ts';
import { defaultsOf, type EntryDefault, entriesOf } from './walk.ts';

const bits = {
  'bucket-key': 1,
  'bucket-name': 2,
  'blocked-types': 4,
  default: 8,
  'kms-key': 16,
  /** A KMS key of which something is known as text. */
  'kms-key-text': 32,
  /** A KMS key that is a resource of the template. */
  'key-resource': 64,
  /** An algorithm that takes a KMS key. */
  'kms-algorithm': 128,
  /** An algorithm that isn't certain to be one of those that a default can have. */
  'other-algorithm': 256,
  'log-source': 512,
  'request-member': 1024,
  'shape-fault': 2048,
} as const;

/** Something that a world may lack: then a rule that needs it has nothing to say. */
export type WorldPart = keyof typeof bits;

/** A set of parts, a bit each. */
export type WorldParts = number;

/** The parts that a world has, be their values known or not. */
export function partsOf(world: World): WorldParts {
  const { contentMD5, checksumAlgorithm, expectedBucketOwner } = world.request;
  let parts =
    bit('bucket-name', isThere(world.bucketName) || isThere(world.locationName)) |
    bit('request-member', isThere(contentMD5) || isThere(checksumAlgorithm) || isThere(expectedBucketOwner)) |
    bit('shape-fault', world.shapeFaults.length > 0) |
    bit('log-source', world.logSources.length > 0);
  for (const { bucketKeyEnabled, blockedEncryptionTypes } of entriesOf(world)) {
    parts |= bit('bucket-key', isThere(bucketKeyEnabled)) | bit('blocked-types', isThere(blockedEncryptionTypes));
  }
  for (const each of defaultsOf(world)) parts |= partsOfDefault(each);
  return parts;
}

function partsOfDefault({ byDefault, algorithm }: EntryDefault): WorldParts {
  const { kmsMasterKeyId: key, keyResource } = byDefault;
  return (
    bits.default |
    bit('kms-key', isThere(key)) |
    bit('kms-key-text', writtenText(key) !== undefined) |
    bit('key-resource', keyResource !== undefined) |
    bit('kms-algorithm', algorithm !== undefined && takesKmsKey(algorithm)) |
    bit('other-algorithm', algorithm === undefined || !defaultAlgorithms.includes(algorithm))
  );
}

/** True where a part is among others. */
export function hasPart(parts: WorldParts, part: WorldPart): boolean {
  return (parts & bits[part]) !== 0;
}

function bit(part: WorldPart, isThere: boolean): WorldParts {
  return isThere ? bits[part] : 0;
}

function isThere({ state }: Value<unknown>): boolean {
  return state !== 'absent';
}
