import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import { levelWithin, type Place } from '../model/place.ts';
import { isAccountId } from '../s3/accountIds.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { valuesOf } from '../s3/describe.ts';
import { parseKmsKey } from '../s3/kmsKeys.ts';
import { levels, type MemberType } from '../s3/members.ts';
import { resolve } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import { entryOf } from '../syntax/pointer.ts';
import { membersBeside } from './beside.ts';
import type { Offer } from './offer.ts';
import type { Site } from './site.ts';

/**
 * True where the value that stands behind a key, if there is one, could be that of the member that is offered. `present`
 * is the key as it is: one that is right already has its own value, and no other's.
 */
export function fits({ write }: Offer, key: Node, { place, bucketType }: Site, present: string): boolean {
  const { level, dialect, spelling } = place;
  const target = resolve(entryOf(key)?.value);
  if (!('key' in write) || !target || isNothing(target)) return true;
  if (Object.hasOwn(levels[dialect][level], spelling.apiName(present) ?? ''))
    return spelling.apiName(present) === write.key;
  // A key alone is refused; whose value this is, is the algorithm's then.
  if (write.key === 'KMSMasterKeyID' && !membersBeside(place).has('SSEAlgorithm')) return false;
  const type = levels[dialect][level][write.key]?.type;
  if (intrinsicOf(target) && type !== 'string' && outcomesOf(target).length === 0) return false;
  return outcomesOf(target).every(
    (each) => isOfType(each, type) && membersFit(each, place, write.key) && textFits(each, write.key, bucketType),
  );
}

/** What is written for a value: itself, or the arms of a Fn::If. Another function mostly makes text. */
function outcomesOf(value: Node): Node[] {
  const intrinsic = intrinsicOf(value);
  if (!intrinsic) return [value];
  if (intrinsic.name !== 'Fn::If') return [];
  const argument = resolve(intrinsic.argument);
  const arms = argument?.kind === 'list' ? argument.items.slice(1) : [];
  return arms.flatMap((arm) => outcomesOf(resolve(arm) ?? arm));
}

function isNothing(node: Node): boolean {
  return node.end === node.start;
}

function isOfType(node: Node, type: MemberType | undefined): boolean {
  if (node.kind === 'map') return type === 'map' && node.entries.length > 0;
  if (node.kind === 'list') return type === 'list' && node.items.length > 0;
  if (node.kind === 'alias') return false;
  return type === 'boolean' ? /^(?:true|false)$/i.test(node.text) : type === 'string';
}

/** True where all members of a map, or of each item of a list, are those of the level that the member holds. */
function membersFit(value: Node, { dialect, level, spelling }: Place, member: string): boolean {
  const within = levelWithin(dialect, level, member);
  const maps = value.kind === 'list' ? value.items : [value];
  return maps.every(
    (map) =>
      map.kind !== 'map' ||
      (within !== undefined &&
        map.entries.every(({ key }) => Object.hasOwn(levels[dialect][within], spelling.apiName(key.text) ?? ''))),
  );
}

/** False for a text that the member doesn't take for certain. */
function textFits(value: Node, member: string, bucketType: BucketType): boolean {
  if (value.kind !== 'scalar') return true;
  if (member === 'KMSMasterKeyID') return parseKmsKey(value.text) !== undefined;
  if (member === 'Bucket') return /^[a-z0-9][a-z0-9.-]+[a-z0-9]$/.test(value.text);
  if (member === 'ExpectedBucketOwner') return isAccountId(value.text);
  const values = valuesOf(member, bucketType);
  return (
    values.length === 0 ||
    values.includes(value.text.replace(/^(?:True|False|TRUE|FALSE)$/, (word) => word.toLowerCase()))
  );
}
