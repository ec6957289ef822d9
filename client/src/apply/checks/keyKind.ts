import type { KeyFacts } from '../../aws/keys.ts';
import { ofKey } from './ofKey.ts';

/**
 * Whether S3 can use such a key: it takes symmetric encryption keys only.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
export const keyKind = ofKey('key kind', ({ spec, usage }: KeyFacts) => {
  if (spec === '' || usage === '') return { result: 'not-checked', message: 'KMS did not tell KeySpec and KeyUsage' };
  const isFit = spec === 'SYMMETRIC_DEFAULT' && usage === 'ENCRYPT_DECRYPT';
  const message = `KeySpec ${spec}, KeyUsage ${usage}`;
  if (isFit) return { result: 'passed', message };
  return { result: 'failed', message: `${message}: S3 takes SYMMETRIC_DEFAULT with ENCRYPT_DECRYPT alone` };
});
