import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { preparePlan } from '../../../client/src/apply/plan/prepare.ts';
import type { Aws } from '../../../client/src/aws/aws.ts';
import { carryOut } from '../../../client/src/commands/steps/carryOut.ts';
import { desiredOf } from '../../apply/fakes.ts';
import { openAt, sharedFiles } from '../../aws/open.ts';
import type { FaultEffect } from '../../sandbox/faults.ts';
import { profileOf } from '../../sandbox/profiles.mjs';
import { type Sandbox, start } from '../../sandbox/server.ts';
import { newFolder } from '../../support/folder.ts';
import { hostIn, newUser, user } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

let sandbox: Sandbox;
let aws: Aws;

beforeEach(async () => {
  newUser({});
  sharedFiles({ credentials: profileOf('dev') });
  sandbox = await start({ buckets: [{ name: 'mine' }] });
  aws = await openAt(sandbox.url, { region: 'us-east-1' });
});

afterEach(async () => {
  aws.close();
  await sandbox.stop();
});

it.each<[string, FaultEffect | undefined, RegExp]>([
  [
    'took the request',
    undefined,
    /^AWS took the configuration, but mine could not be read: .*\(ExpiredToken, HTTP 400/,
  ],
  [
    'gave no answer',
    { kind: 'reset', when: 'after-change' },
    /^It was sent, and no answer came\. mine could not be read: .*ExpiredToken.* Look at it before/,
  ],
])('the user is told why a bucket could not be read after AWS %s', async (_, ofPut, told) => {
  const desired = desiredOf({ sseAlgorithm: 'aws:kms' });
  const bucket = { name: 'mine', type: 'general-purpose' } as const;
  const prepared = await preparePlan(aws, desired, bucket);
  if (!('plan' in prepared)) throw new Error('there is no plan');
  const effect = { kind: 'refuse', status: 400, code: 'ExpiredToken' } as const;
  sandbox.faults.add({ operation: 'GetBucketEncryption', nth: 2, times: 99, effect });
  if (ofPut) sandbox.faults.add({ operation: 'PutBucketEncryption', effect: ofPut });
  await carryOut(hostIn(newFolder()), { aws, desired, bucket }, prepared.plan);
  expect(user.told).toEqual([expect.stringMatching(told)]);
  expect(user.told[0]).toContain('Get new credentials, and try again.');
});
