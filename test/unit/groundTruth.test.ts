import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BucketType } from '../../server/src/core/index.ts';
import { findingsOf } from '../support/document.ts';

interface Case {
  readonly id: string;
  readonly bucketType: BucketType;
  readonly evidence: string;
  readonly request: Record<string, unknown>;
  readonly refused: boolean;
}

const cases: Case[] = JSON.parse(readFileSync(new URL('../ground-truth/cases.json', import.meta.url), 'utf8'));
const bucketNames: Record<BucketType, string> = {
  'general-purpose': 'amzn-s3-demo-bucket',
  directory: 'amzn-s3-demo-bucket--usw2-az1--x-s3',
};

/** An error-level finding stands exactly where AWS refuses the request, or the bucket takes no upload afterwards. */
describe.each(cases)('$id ($evidence)', ({ bucketType, request, refused }) => {
  it(refused ? 'is an error' : 'is no error', () => {
    const text = JSON.stringify({ Bucket: bucketNames[bucketType], ...request }, undefined, 2);
    const errors = findingsOf(text, 'json').filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toHaveLength(refused ? 1 : 0);
  });
});
