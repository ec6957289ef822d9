import { expect, it } from 'vitest';
import { keyKind } from '../../client/src/apply/checks/keyKind.ts';
import { keyState } from '../../client/src/apply/checks/keyState.ts';
import type { KeyFacts } from '../../client/src/aws/keys.ts';
import { account, desiredOf, kmsKey, planOf } from './fakes.ts';

const told: KeyFacts = {
  arn: kmsKey,
  account,
  state: 'Enabled',
  spec: 'SYMMETRIC_DEFAULT',
  usage: 'ENCRYPT_DECRYPT',
  manager: 'CUSTOMER',
};
const neverAsked = () => Promise.reject(new Error('nothing but the key book is asked'));
const aws = {
  isOwnedBy: neverAsked,
  bucketTags: neverAsked,
  bucketPolicy: neverAsked,
  describeKey: neverAsked,
  tryKey: neverAsked,
};

async function resultsFor(value: KeyFacts) {
  const plan = planOf(desiredOf({ sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey }), 'none');
  const keys = { describe: async () => ({ ok: true, value }) as const };
  const checks = await Promise.all(
    [keyState, keyKind].map((check) => check({ ...plan, aws, keys, signal: undefined })),
  );
  return checks.map((check) => check?.result);
}

it('does not call failed what a server does not tell of a key', async () => {
  expect(await resultsFor(told)).toEqual(['passed', 'passed']);
  expect(await resultsFor({ ...told, state: '' })).toEqual(['not-checked', 'passed']);
  expect(await resultsFor({ ...told, spec: '' })).toEqual(['passed', 'not-checked']);
  expect(await resultsFor({ ...told, usage: '' })).toEqual(['passed', 'not-checked']);
});

it('fails a key that is told to be of another kind, or not enabled', async () => {
  expect(await resultsFor({ ...told, state: 'PendingDeletion', usage: 'SIGN_VERIFY' })).toEqual(['failed', 'failed']);
});
