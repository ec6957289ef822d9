import { readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { execute } from '../../client/src/apply/execute/execute.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import { preparePlan } from '../../client/src/apply/plan/prepare.ts';
import type { Aws } from '../../client/src/aws/aws.ts';
import { putEncryption } from '../../client/src/aws/encryption.ts';
import { openSession, prepareAccess } from '../../client/src/aws/session.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import { type Sandbox, start } from '../sandbox/server.ts';
import { newFolder } from '../support/folder.ts';
import { desiredOf } from './fakes.ts';

const [mine, theirs] = ['111122223333', '444455556666'];

let sandbox: Sandbox;
let aws: Aws;

beforeEach(async () => {
  sharedFiles({ credentials: keysOf('AKIAMINE') });
  sandbox = await start({
    principals: [{ accessKeyId: 'AKIAMINE' }, { accessKeyId: 'AKIATHEIRS', account: theirs }],
    buckets: [{ name: 'shared', sharedWith: [theirs] }],
  });
  aws = await openAt(sandbox.url, { region: 'us-east-1' });
});

afterEach(async () => {
  aws.close();
  await sandbox.stop();
});

const keysOf = (id: string) => `[dev]\naws_access_key_id = ${id}\naws_secret_access_key = any\n`;

const asked = (operation: string) => sandbox.requests.filter((request) => request.operation === operation).length;

/** AWS refuses the credentials once, and then the profile has another account's. */
async function renew(): Promise<void> {
  writeFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE ?? '', keysOf('AKIATHEIRS'));
  sandbox.faults.add({
    operation: 'GetBucketEncryption',
    effect: { kind: 'refuse', status: 400, code: 'ExpiredToken' },
  });
  await aws.getEncryption('shared');
}

const prepare = () =>
  preparePlan(aws, desiredOf({ sseAlgorithm: 'aws:kms' }), { name: 'shared', type: 'general-purpose' });

it('who calls is asked once, whoever wants to know and in whichever Region, until the credentials are others', async () => {
  const abroad = await aws.inRegion('eu-west-1');
  const both = () => Promise.all([aws.callerIdentity(), abroad.callerIdentity()]);
  expect(await both()).toMatchObject([{ value: { account: mine } }, { value: { account: mine } }]);
  expect(asked('GetCallerIdentity')).toBe(1);
  await renew();
  expect(await both()).toMatchObject([{ value: { account: theirs } }, { value: { account: theirs } }]);
  expect(asked('GetCallerIdentity')).toBe(2);
});

it('who leaves while it is asked who calls takes no answer from others', async () => {
  const answers = Promise.all([aws.callerIdentity(AbortSignal.timeout(50)), aws.callerIdentity()]);
  sandbox.faults.add({ operation: 'GetCallerIdentity', effect: { kind: 'latency', milliseconds: 300 } });
  expect(await answers).toMatchObject([{ failure: { kind: 'cancelled' } }, { value: { account: mine } }]);
});

it('a request is signed with the credentials that it was begun with, whatever becomes of them meanwhile', async () => {
  const options = { profile: 'dev', region: 'us-east-1', endpoint: sandbox.url, userAgent: ['test', '0'] } as const;
  const access = prepareAccess(options);
  const session = await openSession(options, access);
  session.s3.middlewareStack.add((next) => async (args) => {
    writeFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE ?? '', keysOf('AKIATHEIRS'));
    access.credentials.forget(await access.credentials.provider());
    return next(args);
  });
  const put = () => putEncryption(session, { bucket: 'shared', configuration: { sseAlgorithm: 'AES256' } });
  await put();
  await put();
  access.close();
  expect(sandbox.requests.map(({ signing }) => signing?.accessKeyId)).toEqual(['AKIAMINE', 'AKIATHEIRS']);
});

it('a plan is not sent with credentials of another account than it shows, and the next one shows that account', async () => {
  const prepared = await prepare();
  if (!('plan' in prepared)) throw new Error('there is no plan');
  await renew();
  const folder = newFolder();
  expect(await execute(prepared.plan, { aws, journal: journalIn(folder) })).toMatchObject({
    kind: 'refused',
    refusal: {
      reason: 'changed',
      message: `The plan was made as account ${mine}, and the credentials are account ${theirs}'s now`,
    },
  });
  expect([asked('PutBucketEncryption'), readdirSync(folder)]).toEqual([0, []]);
  expect(await prepare()).toMatchObject({ plan: { target: { account: theirs } } });
});
