/** The buckets, and what each is seen to have. */

const key = '1234abcd-12ab-34cd-56ef-1234567890ab';
const wanted = `arn:aws:kms:us-east-1:111122223333:key/${key}`;
const other = 'arn:aws:kms:us-east-1:111122223333:key/5678efab-56ef-78ab-90cd-567890abcdef';

/** What a bucket has at first: as the sandbox holds it, and as the journal must. */
const firsts = [
  {
    encryption: { algorithm: 'AES256', bucketKeyEnabled: false, blockedTypes: ['SSE-C'] },
    recorded: { sseAlgorithm: 'AES256', bucketKeyEnabled: false, blockedEncryptionTypes: ['SSE-C'] },
  },
  {
    encryption: { algorithm: 'AES256', bucketKeyEnabled: true, blockedTypes: ['NONE'] },
    recorded: { sseAlgorithm: 'AES256', bucketKeyEnabled: true, blockedEncryptionTypes: ['NONE'] },
  },
  {
    encryption: { algorithm: 'aws:kms', key: other, bucketKeyEnabled: true, blockedTypes: ['SSE-C'] },
    recorded: {
      sseAlgorithm: 'aws:kms',
      kmsMasterKeyId: other,
      bucketKeyEnabled: true,
      blockedEncryptionTypes: ['SSE-C'],
    },
  },
];

export const names = Array.from({ length: 20 }, (_each, index) => `bucket-${String(index).padStart(2, '0')}`);

const firstOf = (name) => firsts[names.indexOf(name) % firsts.length];

/** The sandbox that they stand in. */
export const seeds = {
  buckets: names.map((name) => ({ name, encryption: firstOf(name).encryption })),
  keys: [{ id: key }],
};

/** What the journal must hold of a bucket before it was changed. */
export const recordedOf = (name) => firstOf(name).recorded;

/** What became of each bucket, as the server has it. */
export function truthsOf({ buckets }) {
  return Object.fromEntries(names.map((name) => [name, truthOf(name, buckets.get(name).encryption)]));
}

function truthOf(name, { algorithm, key: ofBucket }) {
  const { encryption } = firstOf(name);
  if (ofBucket === wanted && algorithm === 'aws:kms') return 'applied';
  return algorithm === encryption.algorithm && ofBucket === encryption.key ? 'not-applied' : 'changed';
}
