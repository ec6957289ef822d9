import { expect, it } from 'vitest';
import { readFixtures } from '../fixtures/readFixtures.ts';
import { tryEvery } from './everyCompletion.ts';
import { fourKinds } from './sources.ts';

/** Without the policies of projects: what those allow is no error of AWS's. Templates grow with every completion that is tried: those of a usual size say enough here. */
const fixtures = readFixtures().filter(({ text }) => text.length < 400);

it('a completion makes no error, wherever in a fixture it is accepted', () => {
  const tried = fixtures.map(({ text, language, options: { bucketType }, path }) => ({
    path,
    ...tryEvery(text, language, { bucketType }),
  }));
  expect(tried.filter(({ faults }) => faults.length > 0).map(({ path, faults }) => `${path}: ${faults[0]}`)).toEqual(
    [],
  );
  expect(tried.reduce((sum, { accepted }) => sum + accepted, 0)).toBeGreaterThan(1_000);
});

it.each(fourKinds({ SSEAlgorithm: 'aws:kms' }, { BucketKeyEnabled: true }))(
  'a completion makes no error in %s, on either type of bucket',
  (name, text) => {
    const language = name.endsWith('json') ? 'json' : 'yaml';
    const directory = text
      .replace('AWS::S3::Bucket', 'AWS::S3Express::DirectoryBucket')
      .replace('reports', 'r--use1-az4--x-s3');
    expect(tryEvery(text, language).faults).toEqual([]);
    expect(tryEvery(directory, language).faults).toEqual([]);
  },
);
