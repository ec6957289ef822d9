import { type Answer, inventedRefusal } from '../answers.ts';
import type { Call } from '../call.ts';
import { isAnswerInvented } from '../inventions.ts';
import { checkDigests } from './digests.ts';
import { encryptDirectory } from './directoryRules.ts';
import { findBucket } from './findBucket.ts';
import { encryptGeneralPurpose } from './generalPurposeRules.ts';
import { readRules } from './readRules.ts';

/**
 * PutBucketEncryption: judges the body by the rules of the bucket's type, and changes the bucket if it may.
 * @throws {Refusal}
 */
export function putBucketEncryption(call: Call): Answer {
  const bucket = findBucket(call, 'PutBucketEncryption');
  if (call.request.body === '') throw inventedRefusal('empty-body');
  checkDigests(call.request);
  const rules = readRules(call.request.body);
  const isDirectory = bucket.type === 'directory';
  const encryption = isDirectory ? encryptDirectory(bucket, rules, call) : encryptGeneralPurpose(bucket, rules);
  bucket.encryption = encryption;
  if (isDirectory) bucket.lifetimeKey ??= encryption.key;
  const { invention } = encryption;
  return { status: 200, invention: invention && isAnswerInvented(invention) ? invention : undefined };
}
