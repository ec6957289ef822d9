import { parseKmsKey } from '../../../../server/src/protocol.ts';
import type { Checker } from './check.ts';
import { customerKey } from './keyName.ts';

/**
 * Whether the key is in the bucket's Region, as an ARN tells; a key named without one is looked for there.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
export const keyRegion: Checker = ({ target: { region }, request }) => {
  const reference = customerKey(request);
  if (reference === undefined) return undefined;
  const key = parseKmsKey(reference);
  const there = key && 'region' in key ? key.region : region;
  if (there === region) return { name: 'key Region', result: 'passed', message: `${region}, as the bucket` };
  const message = `the key is in ${there} and the bucket in ${region}: every upload would fail`;
  return { name: 'key Region', result: 'failed', message };
};
