import { sseKms, sseS3, takesKmsKey } from '../s3/algorithms.ts';
import { blockSseC } from '../s3/blockedTypes.ts';
import { describeMember } from '../s3/describe.ts';
import { shapes } from '../s3/members.ts';
import { hole, list, map, type Sketch, text } from '../syntax/sketch.ts';
import { membersBeside, textBeside } from './beside.ts';
import type { Offer } from './offer.ts';
import type { Site } from './site.ts';
import { aroundRule, blockedTypes, ruleOf, variantsFor } from './sketches.ts';

/** The members that the map of a place lacks, and that a bucket of its type can have. */
export function memberOffers(site: Site): Offer[] {
  const { dialect, level } = site.place;
  const present = membersBeside(site.place);
  return Object.keys(shapes[dialect][level])
    .filter((name) => !present.has(name) && isWelcome(name, site))
    .flatMap((name) => offersOf(name, site));
}

/** False for a member that AWS would refuse here. */
function isWelcome(name: string, { place, bucketType }: Site): boolean {
  if (name === 'KMSMasterKeyID') {
    const algorithm = textBeside(place, 'SSEAlgorithm');
    return algorithm === undefined || takesKmsKey(algorithm);
  }
  return bucketType !== 'directory' || !(name === 'BlockedEncryptionTypes' || name === 'ExpectedBucketOwner');
}

function offersOf(name: string, site: Site): Offer[] {
  const { bucketType, place } = site;
  const description = describeMember(name, bucketType);
  const around = variantsFor(bucketType, keyFor(site)).flatMap((variant): Offer[] => {
    const value = aroundRule(name, ruleOf(variant, place.dialect), place.dialect);
    return value
      ? [{ kind: 'rule', label: name, variant: variant.name, description, write: { key: name, value } }]
      : [];
  });
  if (around.length > 0) return around;
  const value = plainValue(name, site);
  return value ? [{ kind: 'member', label: name, description, write: { key: name, value } }] : [];
}

/** A value that AWS accepts beside what is there. */
function plainValue(name: string, site: Site): Sketch | undefined {
  switch (name) {
    case 'SSEAlgorithm':
      return algorithmFor(site, membersBeside(site.place).has('KMSMasterKeyID'));
    case 'KMSMasterKeyID':
      return keyFor(site);
    case 'BucketKeyEnabled':
      return { kind: 'boolean', value: true };
    case 'BlockedEncryptionTypes':
      return blockedTypes;
    case 'EncryptionType':
      return list(text(blockSseC));
    case 'ApplyServerSideEncryptionByDefault':
    case 'ServerSideEncryptionByDefault':
      return map(['SSEAlgorithm', algorithmFor(site, false)]);
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
function algorithmFor({ bucketType }: Site, hasKey: boolean): Sketch {
  if (hasKey) return hole(sseKms);
  return bucketType === 'directory' ? hole(sseS3) : hole(sseKms, [sseKms, sseS3]);
}

/** A key of the template, else one to fill in. */
function keyFor({ keys }: Site): Sketch {
  const own = keys.find(({ origin }) => origin === 'resource' || origin === 'parameter');
  return (own ?? keys.at(-1))?.sketch ?? text('');
}
