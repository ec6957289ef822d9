import { levelWithin } from '../model/place.ts';
import { takesKmsKey } from '../s3/algorithms.ts';
import { blockNone, blockSseC } from '../s3/blockedTypes.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { describeValue, valuesOf } from '../s3/describe.ts';
import type { ListNode } from '../syntax/node.ts';
import { hasKey, keyBeside, needsKey } from './algorithms.ts';
import { textBeside } from './beside.ts';
import type { Offer } from './offer.ts';
import type { Site } from './site.ts';
import { allowedOf, aroundRule, blockedTypes, ruleOf, variantsFor } from './variants.ts';

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
      return bucketKeyOffers(site);
    case 'EncryptionType':
      return blockedOffers(within, site);
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
function ruleOffers(site: Site, within: ListNode | undefined): Offer[] {
  const { member, dialect, level } = site.place;
  const isDefault = levelWithin(dialect, level, member) === 'by-default';
  // A second rule would be refused.
  if (within && within.items.length > 1) return [];
  return variantsFor(site).flatMap((variant): Offer[] => {
    const rule = ruleOf(variant, site);
    const around = isDefault ? Object.fromEntries(variant.byDefault) : aroundRule(member, rule, dialect);
    const isItem = levelWithin(dialect, level, member) === 'entry' && within !== undefined;
    const value = isItem ? rule : around;
    return value ? [{ kind: 'rule', label: variant.name, description: undefined, write: { value } }] : [];
  });
}

function algorithmOffers(site: Site): Offer[] {
  const { place, bucketType, policy } = site;
  const { map: beside, member, spelling } = place;
  const isKeyed = hasKey(site);
  const isSole = beside.entries.filter(({ key }) => spelling.apiName(key.text) === member).length === 1;
  const lacksKey = (value: string) => !isKeyed && needsKey(value, site);
  const fitting = valuesOf(member, bucketType).filter((value) => !isKeyed || takesKmsKey(value));
  return allowedOf(fitting, policy, (value) => value)
    .filter((value) => isSole || !lacksKey(value))
    .map((value) => ({
      ...offer(member, value, bucketType),
      ...(lacksKey(value) && { beside: [keyBeside(site)] }),
    }));
}

/** Only what the project asks for, where it asks. */
function bucketKeyOffers({ place: { member }, bucketType, policy }: Site): Offer[] {
  const isAsked = policy.requireBucketKey && bucketType === 'general-purpose';
  return valuesOf(member, bucketType)
    .filter((value) => value === 'true' || !isAsked)
    .map((value) => ({
      ...offer(member, value, bucketType),
      write: { value: value === 'true' },
    }));
}

function keyOffers({ place, keys }: Site): Offer[] {
  const algorithm = textBeside(place, 'SSEAlgorithm');
  if (algorithm !== undefined && !takesKmsKey(algorithm)) return [];
  return keys.map(({ label, value, origin }) => ({
    kind: 'reference',
    label,
    origin,
    description: undefined,
    write: { value },
  }));
}

/** NONE stands alone, and not where the project asks for the block. */
function blockedOffers(within: ListNode | undefined, { bucketType, policy }: Site): Offer[] {
  const present = within?.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) ?? [];
  const isBlocked = policy.requireSseCBlocked === true;
  return valuesOf('EncryptionType', bucketType)
    .filter((value) => !present.includes(value) && (value !== blockNone || present.length <= 1))
    .filter((value) => value === blockSseC || !isBlocked)
    .map((value) => ({
      ...offer('EncryptionType', value, bucketType),
      write: { value: within ? value : [value] },
    }));
}

function offer(member: string, value: string, bucketType: BucketType): Offer {
  return {
    kind: 'value',
    label: value,
    description: describeValue(member, value, bucketType),
    write: { value },
  };
}
