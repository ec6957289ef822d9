import type { Level, Place } from '../model/place.ts';
import { sseKms, sseS3, takesKmsKey } from '../s3/algorithms.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { describeMember } from '../s3/describe.ts';
import { shapes } from '../s3/members.ts';
import { membersOf, resolve } from '../syntax/access.ts';
import type { MapNode } from '../syntax/node.ts';
import { hole, map, type Sketch, text } from '../syntax/sketch.ts';
import type { KeyReference } from './keyReferences.ts';
import type { Offer } from './offer.ts';
import { aroundRule, blockedTypes, ruleOf, variantsFor } from './sketches.ts';

/** The members that a map of this level lacks, and that a bucket of this type can have. */
export function memberOffers(
  place: Place,
  map: MapNode,
  bucketType: BucketType,
  keys: readonly KeyReference[],
): Offer[] {
  const { level, dialect } = place;
  if (level === 'resource') return [];
  const present = membersOf(map);
  return Object.keys(shapes[dialect][level])
    .filter((name) => !present.has(name) && isWelcome(name, level, map, bucketType))
    .flatMap((name) => offersOf(name, place, map, bucketType, keys));
}

/** False for a member that AWS would refuse here. */
function isWelcome(name: string, level: Level, map: MapNode, bucketType: BucketType): boolean {
  if (name === 'KMSMasterKeyID') {
    const algorithm = textIn(map, 'SSEAlgorithm');
    return algorithm === undefined || takesKmsKey(algorithm);
  }
  if (name === 'ContentMD5') return false;
  return (
    bucketType !== 'directory' ||
    !(name === 'BlockedEncryptionTypes' || name === 'ExpectedBucketOwner') ||
    level === 'by-default'
  );
}

function offersOf(
  name: string,
  place: Place,
  map: MapNode,
  bucketType: BucketType,
  keys: readonly KeyReference[],
): Offer[] {
  const { dialect } = place;
  const description = describeMember(name, bucketType);
  const key = firstKey(keys);
  const around = variantsFor(bucketType, key).flatMap((variant) => {
    const value = aroundRule(name, ruleOf(variant, dialect), dialect);
    return value
      ? [{ kind: 'rule', label: name, variant: variant.name, description, write: { key: name, value } } as const]
      : [];
  });
  if (around.length > 0) return around;
  const value = plainValue(name, map, bucketType, key);
  return value ? [{ kind: 'member', label: name, description, write: { key: name, value } }] : [];
}

/** A value that AWS accepts beside what is there. */
function plainValue(name: string, beside: MapNode, bucketType: BucketType, key: Sketch): Sketch | undefined {
  switch (name) {
    case 'SSEAlgorithm':
      return algorithmBeside(beside, bucketType);
    case 'KMSMasterKeyID':
      return key;
    case 'BucketKeyEnabled':
      return { kind: 'boolean', value: true };
    case 'BlockedEncryptionTypes':
      return blockedTypes;
    case 'EncryptionType':
      return { kind: 'list', items: [text('SSE-C')] };
    case 'ApplyServerSideEncryptionByDefault':
    case 'ServerSideEncryptionByDefault':
      return map(['SSEAlgorithm', algorithmBeside(undefined, bucketType)]);
    case 'Bucket':
      return hole('amzn-s3-demo-bucket');
    case 'ExpectedBucketOwner':
      return hole('111122223333');
    case 'ChecksumAlgorithm':
      return hole('CRC64NVME', ['CRC64NVME', 'CRC32', 'CRC32C', 'SHA1', 'SHA256']);
    default:
      return undefined;
  }
}

/** With a key beside it, one that takes a key; on a directory bucket without a key, the one that needs none. */
function algorithmBeside(beside: MapNode | undefined, bucketType: BucketType): Sketch {
  const hasKey = beside !== undefined && membersOf(beside).has('KMSMasterKeyID');
  if (hasKey) return hole(sseKms);
  return bucketType === 'directory' ? hole(sseS3) : hole(sseKms, [sseKms, sseS3]);
}

function firstKey(keys: readonly KeyReference[]): Sketch {
  const own = keys.find(({ origin }) => origin === 'resource' || origin === 'parameter');
  return (own ?? keys.at(-1))?.sketch ?? text('');
}

export function textIn(map: MapNode | undefined, name: string): string | undefined {
  const value = map && resolve(membersOf(map).get(name)?.value);
  return value?.kind === 'scalar' ? value.text : undefined;
}
