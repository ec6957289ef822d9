import { describe, expect, it } from 'vitest';
import type { BucketType } from '../../server/src/core/index.ts';
import { groundTruth } from '../ground-truth/cases.ts';
import { findingsOf } from '../support/document.ts';

/** What stood against these was not in the request. */
const ofTheBucket = new Set([
  'gp-put-no-bucket-empty-rules',
  'gp-put-concurrent',
  'gp-owner-wrong',
  'dir-put-second-cmk',
  'dir-put-kms-nonexistent-key',
]);

const cases = groundTruth
  .filter(
    ({ id, operation, outcome }) =>
      operation === 'PutBucketEncryption' && outcome !== 'unknown' && !ofTheBucket.has(id),
  )
  .map((each) => ({ ...each, refused: each.outcome === 'rejected' || each.uploadsAfterwards === 'rejected' }));

const bucketNames: Record<BucketType, string> = {
  'general-purpose': 'amzn-s3-demo-bucket',
  directory: 'amzn-s3-demo-bucket--use1-az4--x-s3',
};

it('is known of 33 requests', () => {
  expect(cases).toHaveLength(33);
});

/** An error-level finding stands exactly where AWS refuses the request, or the bucket takes no upload afterwards. */
describe.each(cases)('$id ($evidence)', ({ bucketType, input, refused }) => {
  it(refused ? 'is an error' : 'is no error', () => {
    const text = JSON.stringify({ Bucket: bucketNames[bucketType], ...input }, undefined, 2);
    const errors = findingsOf(text, 'json').filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toHaveLength(refused ? 1 : 0);
  });
});
