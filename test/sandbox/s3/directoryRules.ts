import { inventedRefusal } from '../answers.ts';
import type { Call } from '../call.ts';
import { areSameKey, findKey, isOpenTo, namesAlias } from '../keys.ts';
import type { Bucket, Encryption } from '../state.ts';
import type { SentRule } from './readRules.ts';

/**
 * The encryption of a directory bucket after these rules. That it refuses what is refused here is documented; how it does is
 * not, so every refusal is an invention.
 * @throws {Refusal}
 */
export function encryptDirectory(bucket: Bucket, [rule, ...others]: readonly SentRule[], call: Call): Encryption {
  if (!rule || others.length > 0) throw inventedRefusal('directory-rule-count');
  if (rule.blockedTypes) throw inventedRefusal('directory-blocked-types');
  if (!rule.byDefault) throw inventedRefusal('empty-rule');
  const { algorithm, key } = rule.byDefault;
  checkAlgorithm(algorithm);
  if (algorithm === 'AES256') {
    if (key !== undefined) throw inventedRefusal('directory-key-with-aes256');
    return { algorithm, bucketKeyEnabled: false };
  }
  const usable = checkKey(bucket, key, call);
  const invention = rule.bucketKeyEnabled === false ? 'directory-bucket-key-off' : undefined;
  return { algorithm, key: usable, bucketKeyEnabled: true, invention };
}

function checkAlgorithm(algorithm: string | undefined): void {
  if (algorithm === undefined) throw inventedRefusal('missing-algorithm');
  if (algorithm === 'aws:kms:dsse') throw inventedRefusal('directory-dsse');
  if (algorithm !== 'AES256' && algorithm !== 'aws:kms') throw inventedRefusal('directory-unknown-algorithm');
}

/** The key, if a directory bucket can take it: a customer managed one that the caller may use, and always the same. */
function checkKey({ lifetimeKey, account, region }: Bucket, key: string | undefined, call: Call): string {
  if (!key || /(?:^|:)alias\/aws\//.test(key)) throw inventedRefusal('directory-managed-key');
  if (namesAlias(key)) throw inventedRefusal('directory-alias');
  const { keys } = call.state;
  checkUsable(key, call);
  const isSecond = lifetimeKey !== undefined && !areSameKey(keys, lifetimeKey, key, { account, region });
  if (isSecond) throw inventedRefusal('directory-second-key');
  return key;
}

function checkUsable(identifier: string, { state, principal, route }: Call): void {
  const search = findKey(state.keys, identifier, { account: principal.account, region: route.region });
  if (search.kind !== 'found') throw inventedRefusal('directory-unusable-key');
  const { key } = search;
  const isSymmetric = key.spec === 'SYMMETRIC_DEFAULT' && key.usage === 'ENCRYPT_DECRYPT';
  if (key.state !== 'Enabled' || !isSymmetric) throw inventedRefusal('directory-unusable-key');
  if (key.manager === 'AWS') throw inventedRefusal('directory-managed-key');
  const isDenied = ['kms:GenerateDataKey', 'kms:Decrypt'].some((action) => principal.denied.includes(action));
  if (isDenied || !isOpenTo(key, principal.account)) throw inventedRefusal('directory-key-denied');
}
