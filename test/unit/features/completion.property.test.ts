import { describe, expect, it } from 'vitest';
import type { Requirements } from '../../../server/src/core/index.ts';
import { readFixtures } from '../fixtures/readFixtures.ts';
import { tryEvery } from './everyCompletion.ts';
import { fourKinds } from './sources.ts';

/**
 * Templates grow with every completion that is tried: those of a usual size say enough here. An algorithm that isn't known
 * hides what a project says of the key beside it, until one is completed.
 */
const fixtures = readFixtures().filter(({ text }) => text.length < 400 && !/SSEAlgorithm: !Ref/.test(text));

const keyId = '0000abcd-12ab-34cd-56ef-1234567890ab';

/** What a project may ask; none of these can be met by chance. */
const policies: [string, Requirements][] = [
  ['no policy', {}],
  ['KMS alone', { allowedAlgorithms: ['aws:kms'], requireBucketKey: true, requireSseCBlocked: true }],
  ['keys of one account', { allowedKeys: ['arn:aws:kms:*:444455556666:key/*'], allowedKeyAccounts: ['444455556666'] }],
  ['two keys', { allowedAlgorithms: ['aws:kms:dsse', 'aws:kms'], allowedKeys: ['alias/reports', keyId] }],
  ['SSE-S3 alone', { allowedAlgorithms: ['AES256'] }],
];

describe.each(policies)('under %s', (name, policy) => {
  it('a completion makes no error, wherever in a fixture it is accepted', () => {
    const tried = fixtures.map(({ text, language, options: { bucketType }, path }) => ({
      path,
      ...tryEvery(text, language, { bucketType, policy }),
    }));
    const accepted = tried.reduce((sum, each) => sum + each.accepted, 0);
    const faults = tried.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`));
    console.log(`${accepted} completions accepted under ${name}, ${faults.length} made an error`);
    expect(faults.slice(0, 3)).toEqual([]);
    expect(accepted).toBeGreaterThan(300);
  });
});

it('a completion makes no error in JSON with comments behind all lines', () => {
  const commented = fixtures.flatMap(({ text, language, ...rest }) =>
    language === 'json' && text.includes('\n') ? [{ ...rest, text: text.replace(/(?=\n)/g, ' // so, {') }] : [],
  );
  const tried = commented.map(({ text, options: { bucketType } }) => tryEvery(text, 'json', { bucketType }));
  expect(tried.flatMap(({ faults }) => faults).slice(0, 3)).toEqual([]);
  expect(tried.reduce((sum, { accepted }) => sum + accepted, 0)).toBeGreaterThan(300);
});

it('a completion makes no error in JSON that is read as YAML', () => {
  const flow = fixtures.filter(({ text, language }) => language === 'json' && !/^\s*\/[/*]/m.test(text));
  const tried = flow.map(({ text, options: { bucketType } }) => tryEvery(text, 'yaml', { bucketType }));
  expect(tried.flatMap(({ faults }) => faults).slice(0, 3)).toEqual([]);
  expect(tried.reduce((sum, { accepted }) => sum + accepted, 0)).toBeGreaterThan(300);
});

it.each(fourKinds({ SSEAlgorithm: 'aws:kms' }, { BucketKeyEnabled: true }))(
  'a completion makes no error in %s, on either type of bucket',
  (name, text) => {
    const language = name.endsWith('json') ? 'json' : 'yaml';
    const directory = text
      .replace('AWS::S3::Bucket', 'AWS::S3Express::DirectoryBucket')
      .replace('reports', 'r--usw2-az1--x-s3')
      .replace('aws:kms', 'AES256');
    for (const each of [text, directory]) {
      const { accepted, faults } = tryEvery(each, language);
      expect(faults).toEqual([]);
      expect(accepted).toBeGreaterThan(10);
    }
  },
);
