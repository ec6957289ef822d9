import { inventedRefusal } from '../answers.ts';
import type { Bucket, Encryption } from '../state.ts';
import type { SentRule } from './readRules.ts';
import { refusals } from './refusals.ts';

/** The enum of the API. Only the first three are documented as defaults of a bucket. */
const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx', 'aws:backup'];
const reserved = ['aws:fsx', 'aws:backup'];

/**
 * The encryption of a general purpose bucket after these rules. No key is looked up: S3 stores any string as a key here.
 * @throws {Refusal}
 */
export function encryptGeneralPurpose(bucket: Bucket, [rule, ...others]: readonly SentRule[]): Encryption {
  if (!rule || others.length > 0) throw refusals.malformedXml();
  const { byDefault, bucketKeyEnabled = false } = rule;
  const before = bucket.encryption;
  if (byDefault) checkDefault(byDefault);
  if (rule.blockedTypes) checkBlockedTypes(rule.blockedTypes);
  const blockedTypes = rule.blockedTypes ?? before?.blockedTypes;
  if (byDefault) {
    const isDsse = byDefault.algorithm === 'aws:kms:dsse' && bucketKeyEnabled;
    return { ...byDefault, bucketKeyEnabled, blockedTypes, invention: isDsse ? 'dsse-bucket-key' : undefined };
  }
  if (rule.bucketKeyEnabled !== undefined) return { bucketKeyEnabled, blockedTypes, invention: 'bucket-key-alone' };
  if (!rule.blockedTypes) throw inventedRefusal('empty-rule');
  return { bucketKeyEnabled, ...before, blockedTypes, invention: 'blocked-types-alone' };
}

/**
 * Passes what S3 takes as ApplyServerSideEncryptionByDefault.
 * @throws {Refusal}
 */
function checkDefault({ algorithm, key }: NonNullable<SentRule['byDefault']>): void {
  if (algorithm === undefined) throw inventedRefusal('missing-algorithm');
  if (!algorithms.includes(algorithm)) throw refusals.malformedXml();
  if (reserved.includes(algorithm)) throw inventedRefusal('reserved-algorithm');
  if (key === '') throw algorithm === 'aws:kms' ? refusals.emptyKey() : inventedRefusal('empty-key');
  if (key !== undefined && algorithm === 'AES256') throw refusals.keyNotApplicable();
}

function checkBlockedTypes(types: readonly string[]): void {
  if (types.length === 0) throw inventedRefusal('no-blocked-type');
  if (types.some((type) => type !== 'NONE' && type !== 'SSE-C')) throw inventedRefusal('unknown-blocked-type');
  if (types.includes('NONE') && types.includes('SSE-C')) throw inventedRefusal('contradictory-blocked-types');
}
