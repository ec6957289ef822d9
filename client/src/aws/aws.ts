import type { BucketType } from '../../../server/src/protocol.ts';
import type { Bucket } from './bucketName.ts';
import { bucketRegion, listBuckets } from './buckets.ts';
import { effectiveHost } from './effectiveHost.ts';
import { getEncryption, type PresentEncryption, type PutEncryptionRequest, putEncryption } from './encryption.ts';
import type { Answer } from './failure.ts';
import { callerIdentity, type Identity } from './identity.ts';
import { describeKey, type KeyFacts, tryKey } from './keys.ts';
import { isOwnedBy } from './owner.ts';
import type { IsStillDue } from './retry.ts';
import { type Access, type AwsOptions, type Endpoint, openSession, prepareAccess, type Session } from './session.ts';
import { bucketPolicy, bucketTags, type Tags } from './surroundings.ts';

/**
 * AWS as one profile sees it from one Region. No method throws but for a fault of this program: what AWS, the network or
 * the user refuses is the answer's failure. A signal that comes before anything is sent leaves nothing.
 */
export interface Aws {
  readonly profile: string | undefined;
  readonly region: string;
  readonly endpoint: Endpoint;
  /** The host that a bucket's encryption would be changed at. */
  effectiveHost(bucket: string): Promise<string>;
  /** By the credentials that are held now; STS is asked once about the same. */
  callerIdentity(signal?: AbortSignal): Promise<Answer<Identity>>;
  /** Page by page; ends after the first failure. General purpose buckets of all Regions, directory buckets of this one. */
  listBuckets(type: BucketType, signal?: AbortSignal): AsyncIterable<Answer<readonly Bucket[]>>;
  /** The Region of a bucket, wherever it lives; of a directory bucket this one, where its name tells none. */
  bucketRegion(bucket: string, signal?: AbortSignal): Promise<Answer<string>>;
  getEncryption(bucket: string, signal?: AbortSignal): Promise<Answer<PresentEncryption>>;
  /** True where this account owns the bucket, which the caller can read. */
  isOwnedBy(bucket: string, account: string, signal?: AbortSignal): Promise<Answer<boolean>>;
  /** The tags of a general purpose bucket. */
  bucketTags(bucket: string, signal?: AbortSignal): Promise<Answer<Tags>>;
  /** The policy of a general purpose bucket, a JSON text; empty where it has none. */
  bucketPolicy(bucket: string, signal?: AbortSignal): Promise<Answer<string>>;
  /** What KMS tells of a key in this Region. Not for `alias/aws/…`: asking can create the key. */
  describeKey(key: string, signal?: AbortSignal): Promise<Answer<KeyFacts>>;
  /** Sees whether the caller may have data keys made by a key; makes none. */
  tryKey(key: string, signal?: AbortSignal): Promise<Answer<void>>;
  /** Sent again, where AWS refuses it in passing, only for as long as `isStillDue` gives true: it reads the bucket anew. */
  putEncryption(request: PutEncryptionRequest, signal?: AbortSignal, isStillDue?: IsStillDue): Promise<Answer<void>>;
  /** The same from another Region, with the same credentials: nobody is asked for a code again. */
  inRegion(region: string): Promise<Aws>;
  /** Closes all connections, those of other Regions too. */
  close(): void;
}

/**
 * Opens AWS; nothing is sent before the first call. Rejects with a TypeError where `endpoint`, or the endpoint that the
 * user's AWS settings name, is malformed.
 */
export async function openAws(options: AwsOptions): Promise<Aws> {
  return openWith(options, prepareAccess(options));
}

async function openWith(options: AwsOptions, access: Access): Promise<Aws> {
  const session = await openSession(options, access);
  return {
    ...methodsOf(session),
    inRegion: (region) => openWith({ ...options, region }, access),
    close: access.close,
  };
}

function methodsOf(session: Session): Omit<Aws, 'inRegion' | 'close'> {
  return {
    profile: session.profile,
    region: session.region,
    endpoint: session.endpoint,
    effectiveHost: (bucket) => effectiveHost(session, bucket),
    callerIdentity: (signal) => callerIdentity(session, signal),
    listBuckets: (type, signal) => listBuckets(session, type, signal),
    bucketRegion: (bucket, signal) => bucketRegion(session, bucket, signal),
    getEncryption: (bucket, signal) => getEncryption(session, bucket, signal),
    isOwnedBy: (bucket, account, signal) => isOwnedBy(session, bucket, account, signal),
    bucketTags: (bucket, signal) => bucketTags(session, bucket, signal),
    bucketPolicy: (bucket, signal) => bucketPolicy(session, bucket, signal),
    describeKey: (key, signal) => describeKey(session, key, signal),
    tryKey: (key, signal) => tryKey(session, key, signal),
    putEncryption: (request, signal, isStillDue) => putEncryption(session, request, signal, isStillDue),
  };
}
