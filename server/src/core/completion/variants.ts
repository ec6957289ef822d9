import { bestKey } from '../keys/keyReferences.ts';
import type { Requirements } from '../model/requirements.ts';
import { dsseKms, sseKms, sseS3 } from '../s3/algorithms.ts';
import { blockSseC } from '../s3/blockedTypes.ts';
import { type Dialect, defaultNames } from '../s3/members.ts';
import type { Written, WrittenEntry } from '../syntax/edit/layout.ts';
import type { Site } from './site.ts';

/** A rule to choose from, whole. */
export interface Variant {
  /** What AWS calls it. */
  readonly name: string;
  readonly algorithm: string;
  readonly byDefault: readonly WrittenEntry[];
  readonly bucketKey: boolean;
}

/** The rules that a bucket of this type can have, and that the project allows. */
export function variantsFor({ bucketType, keys, policy }: Site): readonly Variant[] {
  const key = bestKey(keys);
  const withKey = (algorithm: string): WrittenEntry[] => [
    ['SSEAlgorithm', algorithm],
    ['KMSMasterKeyID', key],
  ];
  const isGeneral = bucketType === 'general-purpose';
  const dsse: Variant = { name: 'DSSE-KMS', algorithm: dsseKms, byDefault: withKey(dsseKms), bucketKey: false };
  const all: readonly Variant[] = [
    { name: 'SSE-S3', algorithm: sseS3, byDefault: [['SSEAlgorithm', sseS3]], bucketKey: false },
    { name: 'SSE-KMS', algorithm: sseKms, byDefault: withKey(sseKms), bucketKey: isGeneral },
    ...(isGeneral ? [dsse] : []),
  ];
  return allowedOf(all, policy, ({ algorithm }) => algorithm);
}

/** Those whose algorithm the project allows; all, where it allows none of them. */
export function allowedOf<T>(
  all: readonly T[],
  { allowedAlgorithms }: Requirements,
  algorithmOf: (each: T) => string,
): readonly T[] {
  const allowed = allowedAlgorithms ? all.filter((each) => allowedAlgorithms.includes(algorithmOf(each))) : all;
  return allowed.length > 0 ? allowed : all;
}

/** One rule, with the block on SSE-C where the project asks for it to be stated. */
export function ruleOf({ byDefault, bucketKey }: Variant, { place, bucketType, policy }: Site): Written {
  const entries: WrittenEntry[] = [[defaultNames[place.dialect], Object.fromEntries(byDefault)]];
  if (bucketKey) entries.push(['BucketKeyEnabled', true]);
  if (policy.requireSseCBlocked && bucketType === 'general-purpose')
    entries.push(['BlockedEncryptionTypes', blockedTypes]);
  return Object.fromEntries(entries);
}

/** The value of the outer members, with one rule in it; undefined for a member that holds no rule. */
export function aroundRule(member: string, rule: Written, dialect: Dialect): Written | undefined {
  if (member === 'Rules') return [rule];
  if (member === 'ServerSideEncryptionConfiguration') return dialect === 'api' ? { Rules: [rule] } : [rule];
  if (member === 'BucketEncryption') return { ServerSideEncryptionConfiguration: [rule] };
  return undefined;
}

/** What blocks SSE-C. */
export const blockedTypes: Written = { EncryptionType: [blockSseC] };
