import { intrinsicOf } from '../../server/src/core/cloudformation/intrinsics.ts';
import { isPresent, known } from '../../server/src/core/cloudformation/value.ts';
import type { RuleId } from '../../server/src/core/index.ts';
import { entriesOf } from '../../server/src/core/rules/walk.ts';
import { pointerTo } from '../../server/src/core/syntax/pointer.ts';
import type { Ground } from './ground.ts';
import { type Change, type Mutation, membersOf, quote, rewrite, swap, without } from './mutation.ts';

const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** Wrong algorithms and keys. */
export const valueMutations: readonly Mutation[] = [
  ...['SSE-KMS', 'AES-256', 'aes256', 'aws:dsse', 'AWS:KMS', 'kms', 'None'].map((value) =>
    algorithm(`algorithm ${value}`, 'unknown-algorithm', value),
  ),
  algorithm('algorithm of FSx', 'reserved-algorithm', 'aws:fsx'),
  algorithm('algorithm of Backup', 'reserved-algorithm', 'aws:backup'),
  { name: 'algorithm null', rule: 'wrong-type', change: (ground) => swap(ground.algorithm, 'null') },
  { name: 'algorithm as list', rule: 'wrong-type', change: (ground) => swap(ground.algorithm, '["AES256"]') },
  {
    name: 'no algorithm',
    rule: 'missing-algorithm',
    change: (ground) =>
      ground.algorithm && rewrite(ground.byDefault, without(ground, ground.byDefault, ground.names.algorithm), ''),
  },
  { name: 'default of nothing', rule: 'missing-algorithm', change: ({ byDefault }) => swap(byDefault, '{}') },
  { name: 'key added to AES256', rule: 'kms-key-without-kms', change: (ground) => addKey(ground) },
  {
    name: 'AES256 with a key',
    rule: 'kms-key-without-kms',
    change: (ground) =>
      hasKeyForCertain(ground) && isKms(ground) && !ground.mayHaveBucketKey
        ? swap(ground.algorithm, '"AES256"', ground.key && pointerTo(ground.key))
        : undefined,
  },
  ...[
    'aws/s3',
    'key/1234abcd',
    'my key',
    'arn:aws:kms:us-east-1:11112222333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ].map((value) => key(`key ${value}`, 'malformed-kms-key', value)),
  key('key of another service', 'malformed-kms-key', 'arn:aws:iam::111122223333:role/encrypt'),
  key('key empty', 'malformed-kms-key', ''),
  key('key of another partition', 'kms-key-partition-mismatch', keyArn.replace('us-east-1', 'cn-north-1')),
  key('key by alias', 'kms-alias', 'alias/app'),
  key('key by id', 'kms-key-id', '1234abcd-12ab-34cd-56ef-1234567890ab'),
  {
    name: 'DSSE with a bucket key',
    rule: 'bucket-key-with-dsse',
    change: (ground) =>
      isKms(ground) && isOn(ground) ? swap(ground.algorithm, '"aws:kms:dsse"', bucketKeyPointer(ground)) : undefined,
  },
  {
    name: 'bucket key with AES256',
    rule: 'bucket-key-without-kms',
    change: (ground) =>
      ground.algorithm?.text === 'AES256' && !ground.mayHaveBucketKey ? setBucketKey(ground, 'true') : undefined,
  },
];

function algorithm(name: string, rule: RuleId, value: string): Mutation {
  return { name, rule, change: ({ algorithm: node }) => swap(node, quote(value)) };
}

/** Another key in the place of one that is known to be right or isn't known at all. */
function key(name: string, rule: RuleId, value: string): Mutation {
  return { name, rule, change: (ground) => (isKms(ground) ? swap(ground.key, quote(value)) : undefined) };
}

function addKey(ground: Ground): Change | undefined {
  const { algorithm: node, byDefault, names } = ground;
  if (node?.text !== 'AES256' || ground.key) return undefined;
  return rewrite(byDefault, [...membersOf(ground, byDefault), [names.key, quote(keyArn)]], `/${names.key}`);
}

/** Writes the rule anew with the bucket key set. */
export function setBucketKey(ground: Ground, value: string): Change {
  const { entry, names } = ground;
  const others = without(ground, entry, names.bucketKey);
  return rewrite(entry, [...others, [names.bucketKey, value]], `/${names.bucketKey}`);
}

/** False for a key that may turn out as AWS::NoValue, and for one with an arm for each case: each is another fault. */
function hasKeyForCertain({ world, key: node }: Ground): boolean {
  if (node && intrinsicOf(node)?.name === 'Fn::If') return false;
  const [entry] = entriesOf(world);
  const byDefault = entry && known(entry.byDefault);
  return node !== undefined && byDefault !== undefined && isPresent(byDefault.kmsMasterKeyId);
}

function isKms({ algorithm: node }: Ground): boolean {
  return node?.text === 'aws:kms';
}

function isOn({ entry, names }: Ground): boolean {
  const value = entry.entries.find((each) => each.key.text === names.bucketKey)?.value;
  return value?.kind === 'scalar' && value.style === 'plain' && value.text === 'true';
}

function bucketKeyPointer({ entry, names }: Ground): string {
  return `${pointerTo(entry)}/${names.bucketKey}`;
}
