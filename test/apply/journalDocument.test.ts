import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeRun, isInDoubt, resultText } from '../../client/src/apply/journal/journalDocument.ts';
import type {
  AnsweredEntry,
  BeforeEntry,
  JournalEntry,
  RunResult,
} from '../../client/src/apply/journal/journalEntries.ts';
import { readRun } from '../../client/src/apply/journal/journalReader.ts';
import { account, kmsKey } from './fakes.ts';

const file = '/journal/run.jsonl';
const before: BeforeEntry = {
  step: 'before',
  account,
  profile: 'dev',
  region: 'eu-central-1',
  bucket: 'mine',
  bucketType: 'general-purpose',
  host: 's3.eu-central-1.amazonaws.com',
  before: { sseAlgorithm: 'AES256', blockedEncryptionTypes: ['SSE-C'] },
  request: {
    bucket: 'mine',
    configuration: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey, bucketKeyEnabled: true },
    expectedBucketOwner: account,
    checksumAlgorithm: 'SHA256',
  },
};

/** What the reader makes of these lines. */
function runOf(...entries: JournalEntry[]) {
  const lines = entries.map((entry) => JSON.stringify({ v: 1, time: '2026-11-25T04:00:00.000Z', ...entry }));
  return readRun(file, lines.map((line) => `${line}\n`).join(''));
}

const answered: AnsweredEntry = { step: 'answered', requestId: 'R1' };
const configurationOf = (SSEAlgorithm: string, more = {}, beside = {}) => ({
  ServerSideEncryptionConfiguration: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm, ...more }, BucketKeyEnabled: false, ...beside }],
  },
});

describe('a run that went well', () => {
  const run = runOf(before, answered, {
    step: 'finished',
    result: 'applied-and-verified',
    after: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey, bucketKeyEnabled: true },
  });

  it('is told from what there was to what there is', () => {
    const blocked = { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } };
    const now = configurationOf('aws:kms', { KMSMasterKeyID: kmsKey }, { BucketKeyEnabled: true });
    expect(parse(describeRun(run))).toEqual({
      Time: '2026-11-25T04:00:00.000Z',
      Account: account,
      Principal: 'not known',
      Profile: 'dev',
      Bucket: 'mine',
      Type: 'general purpose',
      Region: 'eu-central-1',
      Host: 's3.eu-central-1.amazonaws.com',
      Result: 'applied, and seen on the bucket',
      RequestId: 'R1',
      Before: configurationOf('AES256', {}, blocked),
      Sent: { ExpectedBucketOwner: account, ChecksumAlgorithm: 'SHA256', ...now },
      After: now,
    });
  });

  it('names its file', () => {
    expect(describeRun(run)).toContain(`# ${file}`);
  });
});

it('a refusal is told with its code, its status and its request', () => {
  const failure = { kind: 'access-denied', code: 'AccessDenied', status: 403, requestId: 'R2' } as const;
  const run = runOf(before, { step: 'answered', failure }, { step: 'finished', result: 'failed' });
  expect(parse(describeRun(run))).toMatchObject({
    Result: 'refused by AWS, so nothing changed',
    RequestId: 'R2',
    Code: 'AccessDenied',
    HttpStatus: '403',
  });
  expect(parse(describeRun(run))).not.toHaveProperty('After');
});

it.each([
  ['a run that was stopped on its way', runOf(before), /only the bucket tells/],
  ['a run that was stopped after the answer', runOf(before, answered), /only the bucket tells/],
  ['a run whose first line is torn', readRun(file, '{"v":1'), /before anything was sent/],
  [
    'a file of another version',
    readRun(file, '{"v":99,"step":"before"}\n{"v":99}\n'),
    /not readable, or not written by this version/,
  ],
])('%s says so', (_, run, words) => {
  expect(resultText(run)).toMatch(words);
  expect(parse(describeRun(run))).toMatchObject({ Result: expect.stringMatching(words) });
});

it.each<[RunResult, boolean]>([
  ['applied-and-verified', false],
  ['failed', false],
  ['unknown-applied', false],
  ['applied-not-visible', true],
  ['unknown-not-applied', true],
  ['unknown-changed', true],
  ['unknown-unreadable', true],
])('somebody should look at the bucket after %s: %s', (result, isDue) => {
  expect(isInDoubt(runOf(before, answered, { step: 'finished', result }))).toBe(isDue);
});

it('is YAML, whatever stands in it', () => {
  const texts = fc.record({ bucket: fc.string(), profile: fc.string(), region: fc.string() });
  fc.assert(
    fc.property(texts, ({ bucket, profile, region }) => {
      const told = parse(describeRun(runOf({ ...before, bucket, profile, region })));
      expect(told).toMatchObject({ Bucket: bucket, Profile: profile, Region: region });
    }),
  );
});
