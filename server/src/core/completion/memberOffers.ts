import { bestKey } from '../keys/keyReferences.ts';
import { takesKmsKey } from '../s3/algorithms.ts';
import { blockSseC } from '../s3/blockedTypes.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { describeMember } from '../s3/describe.ts';
import { levels } from '../s3/members.ts';
import { TabStop, type Written, type WrittenEntry } from '../syntax/edit/layout.ts';
import { algorithmFor, hasKey } from './algorithms.ts';
import { membersBeside, textBeside } from './beside.ts';
import type { Offer } from './offer.ts';
import type { Site } from './site.ts';
import { aroundRule, blockedTypes, ruleOf, variantsFor } from './variants.ts';

/** The members that the map of a place lacks, and that a bucket of its type can have. */
export function memberOffers(site: Site): Offer[] {
  const { dialect, level } = site.place;
  const present = membersBeside(site.place);
  return Object.keys(levels[dialect][level])
    .filter((name) => !present.has(name) && isWelcome(name, site))
    .flatMap((name) => offersOf(name, site));
}

/** False for a member that AWS, or the project, would refuse here. */
function isWelcome(name: string, { place, bucketType, policy: { allowedAlgorithms } }: Site): boolean {
  if (name === 'KMSMasterKeyID') {
    const algorithm = textBeside(place, 'SSEAlgorithm');
    if (algorithm !== undefined) return takesKmsKey(algorithm);
    return membersBeside(place).has('SSEAlgorithm') || (allowedAlgorithms?.some(takesKmsKey) ?? true);
  }
  return bucketType !== 'directory' || !(name === 'BlockedEncryptionTypes' || name === 'ExpectedBucketOwner');
}

function offersOf(name: string, site: Site): Offer[] {
  const { bucketType, place } = site;
  const description = describeMember(name, bucketType);
  const around = variantsFor(site).flatMap((variant): Offer[] => {
    const value = aroundRule(name, ruleOf(variant, site), place.dialect);
    return value
      ? [{ kind: 'rule', label: name, variant: variant.name, description, write: { key: name, value } }]
      : [];
  });
  if (around.length > 0) return around;
  const offer = { kind: 'member', label: name, description } as const;
  if (name === 'SSEAlgorithm') {
    const { value, beside } = algorithmFor(site, hasKey(site));
    return [{ ...offer, write: { key: name, value }, beside }];
  }
  const value = plainValue(name, site);
  return value ? [{ ...offer, write: { key: name, value }, beside: besideMember(name, site) }] : [];
}

/** A key is refused without an algorithm. */
function besideMember(name: string, site: Site): WrittenEntry[] {
  if (name !== 'KMSMasterKeyID' || membersBeside(site.place).has('SSEAlgorithm')) return [];
  return [['SSEAlgorithm', algorithmFor(site, true).value]];
}

/** A value that AWS accepts beside what is there. */
function plainValue(name: string, site: Site): Written | undefined {
  switch (name) {
    case 'KMSMasterKeyID':
      return bestKey(site.keys);
    case 'BucketKeyEnabled':
      return true;
    case 'BlockedEncryptionTypes':
      return blockedTypes;
    case 'EncryptionType':
      return [blockSseC];
    case 'ApplyServerSideEncryptionByDefault':
    case 'ServerSideEncryptionByDefault':
      return byDefaultFor(site);
    case 'Bucket':
      return new TabStop(sampleBuckets[site.bucketType]);
    case 'ExpectedBucketOwner':
      return new TabStop('111122223333');
    case 'ChecksumAlgorithm':
      return new TabStop('CRC64NVME', ['CRC64NVME', 'CRC32', 'CRC32C', 'SHA1', 'SHA256']);
    default:
      return undefined;
  }
}

/** Names that AWS keeps for examples; that of a directory bucket tells its type and its zone. */
const sampleBuckets: Readonly<Record<BucketType, string>> = {
  'general-purpose': 'amzn-s3-demo-bucket',
  directory: 'amzn-s3-demo-bucket--use1-az4--x-s3',
};

function byDefaultFor(site: Site): Written {
  const { value, beside } = algorithmFor(site, false);
  return Object.fromEntries([['SSEAlgorithm', value], ...beside]);
}
