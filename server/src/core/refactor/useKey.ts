import { known, type Value } from '../cloudformation/value.ts';
import type { EncryptionByDefault, EncryptionEntry, World } from '../model/subject.ts';
import { addMember, hasMember, orderOf, written } from '../rules/fixing.ts';
import { encryptionChanges } from '../rules/stateEncryption.ts';
import { entriesOf } from '../rules/walk.ts';
import { sseKms, takesKmsKey } from '../s3/algorithms.ts';
import { asMap } from '../syntax/access.ts';
import type { Change, ModelValue } from '../syntax/edit/change.ts';
import type { Bucket } from './bucketAt.ts';

/**
 * Gives a bucket SSE-KMS with a key, and, where that is to be had, a bucket key, as far as the document doesn't say
 * otherwise. Undefined where its encryption is written in a way that this can't be said in one plain change.
 */
export function useKey(bucket: Bucket, key: ModelValue): Change[] | undefined {
  const { world, node } = bucket;
  if (world.encryption.state === 'absent')
    return world.dialect === 'cloudformation' ? encryptionChanges(node, entryWith(bucket, key)) : undefined;
  const [entry, ...others] = entriesOf(world);
  if (!entry || others.length > 0) return undefined;
  const byDefault = defaultChanges(world, entry, key);
  return byDefault && [...byDefault, ...bucketKeyChanges(bucket, entry)];
}

function entryWith({ world, bucketType }: Bucket, key: ModelValue): ModelValue {
  const byDefault = { SSEAlgorithm: sseKms, KMSMasterKeyID: key };
  const bucketKey = bucketType === 'general-purpose' ? { BucketKeyEnabled: true } : {};
  return { [written(world, 'ServerSideEncryptionByDefault')]: byDefault, ...bucketKey };
}

function defaultChanges(world: World, { byDefault }: EncryptionEntry, key: ModelValue): Change[] | undefined {
  const present = known(byDefault);
  if (!present) return undefined;
  const algorithm = algorithmChanges(present);
  const named = keyChanges(world, present, key);
  return algorithm && named && [...algorithm, ...named];
}

/** DSSE-KMS takes a key as it is. */
function algorithmChanges({ sseAlgorithm }: EncryptionByDefault): Change[] | undefined {
  if (sseAlgorithm.state !== 'known' || isElsewhere(sseAlgorithm)) return undefined;
  if (takesKmsKey(sseAlgorithm.value)) return [];
  return [{ kind: 'set', node: sseAlgorithm.node, value: sseKms }];
}

function keyChanges(
  world: World,
  { node, kmsMasterKeyId }: EncryptionByDefault,
  key: ModelValue,
): Change[] | undefined {
  const map = asMap(node);
  const name = written(world, 'KMSMasterKeyID');
  if (kmsMasterKeyId.state === 'known' && !isElsewhere(kmsMasterKeyId))
    return [{ kind: 'set', node: kmsMasterKeyId.node, value: key }];
  if (kmsMasterKeyId.state !== 'absent' || !map || hasMember(map, name)) return undefined;
  return [{ kind: 'insert', into: map, name, value: key, order: orderOf(world, 'by-default') }];
}

/** None where the document says whether the bucket has one, and for DSSE-KMS, which has none. */
function bucketKeyChanges({ world, bucketType }: Bucket, entry: EncryptionEntry): readonly Change[] {
  const algorithm = known(entry.byDefault)?.sseAlgorithm;
  const isDsse = algorithm !== undefined && takesKmsKey(known(algorithm) ?? '') && known(algorithm) !== sseKms;
  if (bucketType === 'directory' || isDsse || entry.bucketKeyEnabled.state !== 'absent') return [];
  const [fix] = addMember(world, 'entry', entry.node, { name: 'BucketKeyEnabled', value: true });
  return fix?.changes ?? [];
}

/** True for a value that comes from a parameter, a mapping, or a function's arm. */
function isElsewhere(value: Value<string>): boolean {
  return value.state === 'known' && (value.origin !== undefined || value.node.kind !== 'scalar');
}
