import { afterEach, expect, it } from 'vitest';
import { comparePlan } from '../../client/src/apply/plan/prepare.ts';
import type { Aws } from '../../client/src/aws/aws.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import { profileOf } from '../sandbox/profiles.mjs';
import { type Sandbox, start } from '../sandbox/server.ts';
import { desiredOf } from './fakes.ts';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const arn = `arn:aws:kms:us-east-1:111122223333:key/${id}`;

let sandbox: Sandbox;
let aws: Aws;

afterEach(async () => {
  aws.close();
  await sandbox.stop();
});

async function compare(configuration: Parameters<typeof desiredOf>[0]) {
  sharedFiles({ credentials: profileOf('dev') });
  const encryption = { algorithm: 'aws:kms', key: arn, bucketKeyEnabled: true };
  sandbox = await start({ buckets: [{ name: 'keyed', encryption }], keys: [{ id, aliases: ['alias/mine'] }] });
  aws = await openAt(sandbox.url, { region: 'us-east-1' });
  const prepared = await comparePlan(aws, desiredOf(configuration), { name: 'keyed', type: 'general-purpose' });
  return { isInStep: prepared.ok && prepared.plan.isNoChange, calls: sandbox.requests.map((each) => each.operation) };
}

it('is in step with what it has, also where the key goes by another name', async () => {
  const sseKms = { sseAlgorithm: 'aws:kms', bucketKeyEnabled: true };
  expect(await compare({ ...sseKms, kmsMasterKeyId: arn })).toMatchObject({ isInStep: true });
  aws.close();
  await sandbox.stop();
  expect(await compare({ ...sseKms, kmsMasterKeyId: 'alias/mine' })).toMatchObject({ isInStep: true });
});

it('differs without a single check being made, let alone a change', async () => {
  const { isInStep, calls } = await compare({ sseAlgorithm: 'AES256' });
  expect(isInStep).toBe(false);
  expect(calls).toEqual(['GetCallerIdentity', 'GetBucketEncryption']);
});
