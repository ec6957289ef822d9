import type { Overview } from '../core/index.ts';
import type { Say } from '../tongue/say.ts';
import type { Tongue } from '../tongue/translate.ts';
import { typeInWords } from './words.ts';

type Told = Overview['encryption'][number]['value'];
type Effective = Exclude<NonNullable<Told>, 'broken'>;

/** At most this many possibilities are told, one after the other. */
const most = 2;

/** The type of bucket and the encryption in force, in a line. */
export function overviewInWords({ bucketType, isTypeStated, encryption }: Overview, tongue: Tongue): string {
  const { say } = tongue;
  const type = typeInWords(bucketType, say);
  return `${isTypeStated ? type : say('{0} (assumed)', type)} · ${encryptionInWords(encryption, tongue)}`;
}

/** The encryption in force; where it rests on something, on what. */
export function encryptionInWords(encryption: Overview['encryption'], { say, translate }: Tongue): string {
  if (encryption.length > most) return say('one of {0} encryptions, by parameters and conditions', encryption.length);
  if (encryption.length === 0) return say('encryption known at deployment');
  return encryption
    .map(({ value, when }) => {
      const words = toldInWords(value, say);
      return when === undefined ? words : `${words} (${translate(when)})`;
    })
    .join(say(', or '));
}

function toldInWords(value: Told, say: Say): string {
  if (value === 'broken') return say('an encryption that does not work');
  return value ? effectiveInWords(value, say) : say('encryption known at deployment');
}

function effectiveInWords({ algorithm, key, bucketKey }: Effective, say: Say): string {
  const name = names.get(algorithm) ?? algorithm;
  const parts = [key === undefined ? name : say('{0} with {1}', name, keyInWords(key, say))];
  if (bucketKey !== undefined) parts.push(bucketKey ? say('bucket key on') : say('bucket key off'));
  return parts.join(', ');
}

/** What AWS calls the algorithms. */
const names: ReadonlyMap<string, string> = new Map([
  ['AES256', 'SSE-S3'],
  ['aws:kms', 'SSE-KMS'],
  ['aws:kms:dsse', 'DSSE-KMS'],
]);

function keyInWords(key: string, say: Say): string {
  if (key === 'managed') return say('the AWS managed key aws/s3');
  if (key === 'later') return say('a key known at deployment');
  const arn = /^arn:.*:((?:key|alias)\/.*)$/.exec(key);
  return arn?.[1] ?? key;
}
