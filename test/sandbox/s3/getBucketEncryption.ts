import type { Answer } from '../answers.ts';
import type { Call } from '../call.ts';
import { s3Namespace } from '../formats.ts';
import type { SuccessId } from '../inventions.ts';
import type { Bucket, Encryption } from '../state.ts';
import { writeXml, type XmlElements } from '../writeXml.ts';
import { findBucket } from './findBucket.ts';
import { refusals } from './refusals.ts';

/** GetBucketEncryption: what was put, verbatim, and BucketKeyEnabled also where it wasn't. */
export function getBucketEncryption(call: Call): Answer {
  const bucket = findBucket(call, 'GetBucketEncryption');
  const encryption = takeShown(bucket);
  if (!encryption) throw refusals.neverConfigured();
  const body = writeXml('ServerSideEncryptionConfiguration', { Rule: ruleOf(encryption) }, s3Namespace);
  const invention = encryption.invention ?? inventionInReading(bucket, encryption);
  return { status: 200, headers: { 'content-type': 'application/xml' }, body, invention };
}

/** What this reading shows: the old encryption while a change isn't visible yet. */
function takeShown(bucket: Bucket): Encryption | undefined {
  const { stale } = bucket;
  if (!stale || stale.reads <= 0) return bucket.encryption;
  stale.reads -= 1;
  return stale.encryption;
}

function inventionInReading({ type }: Bucket, { algorithm }: Encryption): SuccessId | undefined {
  return type === 'directory' && algorithm === 'AES256' ? 'directory-aes256-reading' : undefined;
}

function ruleOf({ algorithm, key, bucketKeyEnabled, blockedTypes }: Encryption): XmlElements {
  return {
    ApplyServerSideEncryptionByDefault: algorithm && { SSEAlgorithm: algorithm, KMSMasterKeyID: key },
    BucketKeyEnabled: bucketKeyEnabled,
    BlockedEncryptionTypes: blockedTypes && { EncryptionType: blockedTypes },
  };
}
