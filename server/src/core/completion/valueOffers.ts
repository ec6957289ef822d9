import { levelWithin } from '../model/place.ts';
import { sseKms, takesKmsKey } from '../s3/algorithms.ts';
import { blockNone } from '../s3/blockedTypes.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { describeValue, valuesOf } from '../s3/describe.ts';
import type { ListNode } from '../syntax/node.ts';
import { list, map, text } from '../syntax/sketch.ts';
import { membersBeside, textBeside } from './beside.ts';
import type { Offer } from './offer.ts';
import type { Site } from './site.ts';
import { aroundRule, blockedTypes, keyArnHole, ruleOf, variantsFor } from './sketches.ts';

/** The values that a member can have here. `within` is the list that the value is an item of. */
export function valueOffers(site: Site, within: ListNode | undefined): Offer[] {
  const { place, bucketType } = site;
  const { member, dialect, level } = place;
  const rules = ruleOffers(site, within);
  if (rules.length > 0 || levelWithin(dialect, level, member) === 'entry') return rules;
  switch (member) {
    case 'KMSMasterKeyID':
      return keyOffers(site);
    case 'SSEAlgorithm':
      return algorithmOffers(site);
    case 'BucketKeyEnabled':
      return valuesOf(member, bucketType).map((value) => ({
        ...offer(member, value, bucketType),
        write: { value: { kind: 'boolean', value: value === 'true' } },
      }));
    case 'EncryptionType':
      return blockedOffers(within, bucketType);
    case 'BlockedEncryptionTypes':
      return bucketType === 'directory'
        ? []
        : [{ ...offer(member, 'SSE-C', bucketType), write: { value: blockedTypes } }];
    case 'ChecksumAlgorithm':
      return valuesOf(member, bucketType).map((value) => offer(member, value, bucketType));
    default:
      return [];
  }
}

/** Whole rules, where the place is the list of them, an item of it, or what is around. */
function ruleOffers({ place, bucketType, keys }: Site, within: ListNode | undefined): Offer[] {
  const { member, dialect, level } = place;
  const key = keys.find(({ origin }) => origin === 'resource')?.sketch ?? keyArnHole;
  const isDefault = levelWithin(dialect, level, member) === 'by-default';
  // A second rule would be refused.
  if (within && within.items.length > 1) return [];
  return variantsFor(bucketType, key).flatMap((variant): Offer[] => {
    const rule = ruleOf(variant, dialect);
    const around = isDefault ? map(...variant.byDefault) : aroundRule(member, rule, dialect);
    const isItem = levelWithin(dialect, level, member) === 'entry' && within !== undefined;
    const value = isItem ? rule : around;
    return value ? [{ kind: 'rule', label: variant.name, description: undefined, write: { value } }] : [];
  });
}

function algorithmOffers({ place, bucketType }: Site): Offer[] {
  const { map: beside, member, spelling } = place;
  const hasKey = membersBeside(place).has('KMSMasterKeyID');
  const isSole = beside.entries.filter(({ key }) => spelling.apiName(key.text) === member).length === 1;
  const needsKey = (value: string) => bucketType === 'directory' && value === sseKms && !hasKey;
  return valuesOf(member, bucketType)
    .filter((value) => (!hasKey || takesKmsKey(value)) && (isSole || !needsKey(value)))
    .map((value) => ({
      ...offer(member, value, bucketType),
      ...(needsKey(value) && { beside: [['KMSMasterKeyID', keyArnHole] as const] }),
    }));
}

function keyOffers({ place, keys }: Site): Offer[] {
  const algorithm = textBeside(place, 'SSEAlgorithm');
  if (algorithm !== undefined && !takesKmsKey(algorithm)) return [];
  return keys.map(({ label, sketch, origin }) => ({
    kind: 'reference',
    label,
    origin,
    description: undefined,
    write: { value: sketch },
  }));
}

/** NONE stands alone. */
function blockedOffers(within: ListNode | undefined, bucketType: BucketType): Offer[] {
  const present = within?.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) ?? [];
  return valuesOf('EncryptionType', bucketType)
    .filter((value) => !present.includes(value) && (value !== blockNone || present.length <= 1))
    .map((value) => ({
      ...offer('EncryptionType', value, bucketType),
      write: { value: within ? text(value) : list(text(value)) },
    }));
}

function offer(member: string, value: string, bucketType: BucketType): Offer {
  return {
    kind: 'value',
    label: value,
    description: describeValue(member, value, bucketType),
    write: { value: text(value) },
  };
}
