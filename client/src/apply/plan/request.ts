import type { BucketType } from '../../../../server/src/protocol.ts';
import type { BucketEncryption, PresentEncryption, PutEncryptionRequest } from '../../aws/encryption.ts';
import { membersOf } from '../compare.ts';

/** What a document asks for, in plain values: as the server's preflight gives it. */
export interface Desired {
  readonly configuration: BucketEncryption;
  /** The members that the document states beside the configuration. */
  readonly request: {
    readonly expectedBucketOwner?: string;
    readonly contentMD5?: string;
    readonly checksumAlgorithm?: string;
  };
  /** What of it the document leaves open and the user has chosen. */
  readonly choices?: readonly ChosenValue[];
}

/** A value that was chosen, of a parameter, a condition, a member. */
export interface ChosenValue {
  readonly name: string;
  readonly value: string;
}

/** Something of the bucket's that the document doesn't state, and that is sent along so that it stays. */
export interface CarriedOver {
  readonly member: string;
  readonly value: string;
}

/** Something that the document states and that is not sent. */
export interface Dropped {
  readonly member: string;
  readonly value: string;
  /** Why: a clause without a full stop. */
  readonly reason: string;
}

/** A request, and in what it is more or less than the document. */
export interface ComposedRequest {
  readonly request: PutEncryptionRequest;
  readonly carriedOver: readonly CarriedOver[];
  readonly dropped: readonly Dropped[];
}

/** What a request is made of. */
export interface RequestParts {
  readonly desired: Desired;
  readonly bucket: { readonly name: string; readonly type: BucketType };
  readonly present: PresentEncryption;
  /** The caller's account. */
  readonly account: string | undefined;
}

/** Makes the request that will be sent. */
export function composeRequest({ desired, bucket, present, account }: RequestParts): ComposedRequest {
  const stated: Stated = { ...desired.configuration, ...desired.request };
  const dropped = membersOfStated(stated).flatMap((member) => toDropped(member, stated, bucket.type));
  const { expectedBucketOwner, checksumAlgorithm, contentMD5: _, ...configuration } = without(stated, dropped);
  const kept: Stated = toKeep(configuration, membersOf(present), bucket.type);
  const owner = expectedBucketOwner ?? (bucket.type === 'general-purpose' ? account : undefined);
  return {
    request: {
      bucket: bucket.name,
      configuration: { ...configuration, ...kept },
      ...(owner !== undefined && { expectedBucketOwner: owner }),
      ...(checksumAlgorithm !== undefined && { checksumAlgorithm }),
    },
    carriedOver: membersOfStated(kept).map((member) => ({ member: apiNames[member], value: String(kept[member]) })),
    dropped,
  };
}

/** All that a document states, on one level. */
type Stated = BucketEncryption & Desired['request'];

/** The API's names of the members. */
const apiNames: Readonly<Record<keyof Stated, string>> = {
  sseAlgorithm: 'SSEAlgorithm',
  kmsMasterKeyId: 'KMSMasterKeyID',
  bucketKeyEnabled: 'BucketKeyEnabled',
  blockedEncryptionTypes: 'BlockedEncryptionTypes',
  expectedBucketOwner: 'ExpectedBucketOwner',
  contentMD5: 'ContentMD5',
  checksumAlgorithm: 'ChecksumAlgorithm',
};

function membersOfStated(stated: Stated): (keyof Stated)[] {
  return (Object.keys(apiNames) as (keyof Stated)[]).filter((member) => stated[member] !== undefined);
}

function without(stated: Stated, dropped: readonly Dropped[]): Stated {
  const names = new Set(dropped.map(({ member }) => member));
  const kept = membersOfStated(stated).filter((member) => !names.has(apiNames[member]));
  return Object.fromEntries(kept.map((member) => [member, stated[member]]));
}

function toDropped(member: keyof Stated, stated: Stated, bucketType: BucketType): Dropped[] {
  const reason = bucketType === 'directory' ? whyNotToDirectory(member, stated) : whyNot(member, stated);
  return reason === undefined ? [] : [{ member: apiNames[member], value: String(stated[member]), reason }];
}

/** The checksums that the SDK can compute; it throws for the others of the API. */
const computable = new Set(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256', 'MD5']);

function whyNot(member: keyof Stated, { checksumAlgorithm = '', blockedEncryptionTypes }: Stated): string | undefined {
  // What S3 makes of an empty list is not known; it might lift a block.
  if (member === 'blockedEncryptionTypes' && blockedEncryptionTypes?.length === 0) return 'it names no type';
  if (member === 'contentMD5') return 'the body that is sent is not the one that it was made of';
  const isTooMuch = member === 'checksumAlgorithm' && !computable.has(checksumAlgorithm);
  return isTooMuch ? 'the AWS SDK cannot compute it' : undefined;
}

/** What S3 answers to a block, or to a bucket key switched off, is not known here; neither would change anything. */
function whyNotToDirectory(member: keyof Stated, stated: Stated): string | undefined {
  if (member === 'expectedBucketOwner') return 'a directory bucket does not support it';
  if (member === 'blockedEncryptionTypes') return 'a directory bucket has no such block';
  if (member === 'bucketKeyEnabled' && !stated.bucketKeyEnabled) return "a directory bucket's key is always on";
  if (member === 'checksumAlgorithm' && stated[member] === 'MD5') return 'a directory bucket takes no Content-MD5';
  return whyNot(member, stated);
}

/**
 * A block would stay by itself; it is stated so that all can see it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
 */
function toKeep(stated: BucketEncryption, present: BucketEncryption, bucketType: BucketType): BucketEncryption {
  const { blockedEncryptionTypes } = present;
  const isBlockKept = bucketType === 'general-purpose' && !stated.blockedEncryptionTypes && blockedEncryptionTypes;
  return {
    ...(stated.sseAlgorithm === undefined && defaultToKeep(stated, present, bucketType)),
    ...(isBlockKept && { blockedEncryptionTypes }),
  };
}

/**
 * What becomes of an algorithm that a request leaves out is not known, so the present one is stated, and with it all that
 * goes with it: a bucket key that is left out is off. A directory bucket's is always on.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionRule.html
 */
function defaultToKeep(stated: BucketEncryption, present: BucketEncryption, bucketType: BucketType): BucketEncryption {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled } = present;
  const isBucketKeyKept = bucketType === 'general-purpose' && stated.bucketKeyEnabled === undefined;
  return {
    ...(sseAlgorithm !== undefined && { sseAlgorithm }),
    ...(kmsMasterKeyId !== undefined && { kmsMasterKeyId }),
    ...(isBucketKeyKept && bucketKeyEnabled !== undefined && { bucketKeyEnabled }),
  };
}
