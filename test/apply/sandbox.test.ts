import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '../../client/src/apply/execute/execute.ts';
import type { Outcome } from '../../client/src/apply/execute/outcome.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import { listRuns } from '../../client/src/apply/journal/journalReader.ts';
import { type Prepared, preparePlan } from '../../client/src/apply/plan/prepare.ts';
import type { Desired } from '../../client/src/apply/plan/request.ts';
import type { Aws } from '../../client/src/aws/aws.ts';
import { bucketTypeOf } from '../../client/src/aws/bucketName.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import type { Fault } from '../sandbox/faults.ts';
import { profileOf } from '../sandbox/profiles.mjs';
import { type Sandbox, type SandboxOptions, start } from '../sandbox/server.ts';
import { newFolder } from '../support/folder.ts';
import { desiredOf } from './fakes.ts';

const account = '111122223333';
const directory = 'fast--use1-az4--x-s3';
const key = `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const sseKms = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key, bucketKeyEnabled: true };
const seeds: SandboxOptions = {
  regions: ['us-east-1', 'eu-west-1'],
  buckets: [
    { name: 'mine' },
    { name: directory },
    { name: 'abroad', region: 'eu-west-1' },
    { name: 'theirs', account: '444455556666', sharedWith: [account] },
  ],
  keys: [{ id: key.replace(/.*\//, ''), aliases: ['alias/mine'] }],
};

let sandbox: Sandbox;
let aws: Aws;
let folder: string;

async function begin(options: SandboxOptions = {}): Promise<void> {
  sharedFiles({ credentials: profileOf('dev') });
  sandbox = await start({ ...seeds, ...options });
  aws = await openAt(sandbox.url, { region: 'us-east-1' });
  folder = newFolder();
}

beforeEach(() => begin());

afterEach(async () => {
  aws.close();
  await sandbox.stop();
});

const prepare = (bucket: string, desired: Desired): Promise<Prepared> =>
  preparePlan(aws, desired, { name: bucket, type: bucketTypeOf(bucket) });

async function apply(
  bucket: string,
  desired: Desired,
  faults: readonly Fault[] = [],
  signal?: AbortSignal,
): Promise<Outcome> {
  const prepared = await prepare(bucket, desired);
  if (!('plan' in prepared)) throw new Error(JSON.stringify(prepared));
  sandbox.faults.add(...faults);
  const patience = { waits: [0, 1, 1, 1], limit: 5000 };
  return execute(prepared.plan, { aws, journal: journalIn(folder), patience, signal });
}

const puts = () => sandbox.requests.filter(({ operation }) => operation === 'PutBucketEncryption');

/** Where a request went, for what it was signed, and what it bore beside what every request of the SDK bears. */
function seen({ method, host, path, signing, headers }: Sandbox['requests'][number]) {
  const ofAll =
    /^(?:host|connection|authorization|content-(?:type|length)|(?:x-amz-)?user-agent|amz-sdk-.*|x-amz-(?:date|content-sha256))$/;
  const own = Object.keys(headers).filter((name) => !ofAll.test(name));
  return { method, host, path, scope: `${signing?.region}/${signing?.service}`, headers: own.sort() };
}

describe('a change', () => {
  it('of a general purpose bucket keeps its block, names its owner, and is seen', async () => {
    expect(await apply('mine', desiredOf(sseKms))).toMatchObject({
      kind: 'applied-and-verified',
      after: { ...sseKms, blockedEncryptionTypes: ['SSE-C'] },
      requestId: puts()[0]?.requestId,
    });
    expect(puts().map(({ headers }) => headers['x-amz-expected-bucket-owner'])).toEqual([account]);
    expect(await listRuns(folder)).toMatchObject([
      {
        state: 'finished',
        before: { account, bucket: 'mine', before: { sseAlgorithm: 'AES256', blockedEncryptionTypes: ['SSE-C'] } },
        finished: { result: 'applied-and-verified' },
      },
    ]);
  });

  it('of a directory bucket goes the s3express-control road, without an owner', async () => {
    const desired = desiredOf(sseKms, { expectedBucketOwner: account, contentMD5: 'x', checksumAlgorithm: 'MD5' });
    expect(await apply(directory, desired)).toMatchObject({ kind: 'applied-and-verified', after: sseKms });
    const road = {
      host: 's3express-control.us-east-1.amazonaws.com',
      path: `/${directory}/`,
      scope: 'us-east-1/s3express',
    };
    const get = { ...road, method: 'GET', headers: [] };
    const put = { ...road, method: 'PUT', headers: ['x-amz-checksum-crc32', 'x-amz-sdk-checksum-algorithm'] };
    expect(sandbox.requests.filter(({ route }) => route?.service === 's3express').map(seen)).toEqual([
      get,
      get,
      put,
      get,
    ]);
  });

  it('of a directory bucket by an alias is stopped, and goes its whole way by the ARN that is offered', async () => {
    const alias = { ...sseKms, kmsMasterKeyId: 'alias/mine' };
    const stopped = await prepare(directory, desiredOf(alias));
    const checks = 'plan' in stopped ? stopped.plan.checks : [];
    expect(checks.filter(({ result }) => result === 'failed').map(({ name }) => name)).toEqual(['key form']);
    const betterKey = checks.find((check) => check.betterKey !== undefined)?.betterKey;
    expect(betterKey).toBe(key);
    const byArn = desiredOf({ ...alias, kmsMasterKeyId: betterKey ?? '' }, { expectedBucketOwner: account });
    expect(await apply(directory, byArn)).toMatchObject({ kind: 'applied-and-verified', after: sseKms });
    const onTheRoad = sandbox.requests.filter(({ route }) => route?.bucket === directory);
    expect(new Set(onTheRoad.map((request) => `${request.host}${request.path} ${seen(request).scope}`))).toEqual(
      new Set([`s3express-control.us-east-1.amazonaws.com/${directory}/ us-east-1/s3express`]),
    );
    const headers = onTheRoad.flatMap((request) => Object.keys(request.headers));
    expect(headers.filter((name) => /owner|md5/.test(name))).toEqual([]);
    expect(await listRuns(folder)).toMatchObject([
      { before: { bucket: directory, bucketType: 'directory' }, finished: { result: 'applied-and-verified' } },
    ]);
    expect(await apply(directory, byArn)).toEqual({ kind: 'no-change' });
  });

  it('and the one that undoes it leave the bucket as it was', async () => {
    await apply('mine', desiredOf(sseKms));
    const [run] = await listRuns(folder);
    const before = run?.before?.before;
    if (!before || before === 'none') throw new Error('nothing was written down');
    expect(await apply('mine', desiredOf(before))).toMatchObject({ kind: 'applied-and-verified', after: before });
  });

  it('that is none sends nothing and writes nothing', async () => {
    expect(await apply('mine', desiredOf({ sseAlgorithm: 'AES256' }))).toEqual({ kind: 'no-change' });
    expect([puts(), await listRuns(folder)]).toEqual([[], []]);
  });

  it('is waited for while readings are stale', async () => {
    const stale: Fault = { operation: 'PutBucketEncryption', effect: { kind: 'stale-reads', reads: 2 } };
    expect((await apply('mine', desiredOf(sseKms), [stale])).kind).toBe('applied-and-verified');
  });

  it('is sent again after a conflict, each time to a bucket that was read anew', async () => {
    const refuse = { kind: 'refuse', status: 409, code: 'OperationAborted' } as const;
    const conflict: Fault = { operation: 'PutBucketEncryption', times: 2, effect: refuse };
    expect((await apply('mine', desiredOf(sseKms), [conflict])).kind).toBe('applied-and-verified');
    expect(puts()).toHaveLength(3);
    const calls = sandbox.requests.slice(-6).map(({ operation }) => operation?.replace('BucketEncryption', ''));
    expect(calls).toEqual(['Put', 'Get', 'Put', 'Get', 'Put', 'Get']);
  });

  it.each([
    ['OperationAborted', 409],
    ['SlowDown', 503],
  ])('is not sent again after %s where somebody has changed the bucket in the wait', async (code, status) => {
    const theirs = { algorithm: 'aws:kms:dsse', key, bucketKeyEnabled: false, blockedTypes: ['NONE'] };
    aws.close();
    aws = await openAt(sandbox.url, {
      region: 'us-east-1',
      onRetry: () => Object.assign(sandbox.state.buckets.get('mine') ?? {}, { encryption: theirs }),
    });
    const refuse: Fault = { operation: 'PutBucketEncryption', effect: { kind: 'refuse', status, code } };
    const outcome = await apply('mine', desiredOf(sseKms), [refuse]);
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
    expect([puts().length, sandbox.state.buckets.get('mine')?.encryption]).toEqual([1, theirs]);
    expect(await listRuns(folder)).toMatchObject([{ answered: { failure: { code } }, finished: { result: 'failed' } }]);
  });

  it.each([
    ['applied-and-verified', sseKms],
    ['failed', { sseAlgorithm: 'AES256' }],
  ])('that is cancelled in the wait after a refusal is %s, as the bucket tells', async (kind, { sseAlgorithm }) => {
    const leaving = new AbortController();
    const retryPolicy = { attempts: 3, baseDelayMs: 60_000, maxDelayMs: 60_000, patienceMs: 600_000 };
    const onRetry = () => {
      const has = { algorithm: sseAlgorithm, bucketKeyEnabled: sseAlgorithm !== 'AES256', blockedTypes: ['SSE-C'] };
      const encryption = { ...has, ...(sseAlgorithm !== 'AES256' && { key: sseKms.kmsMasterKeyId }) };
      Object.assign(sandbox.state.buckets.get('mine') ?? {}, { encryption });
      leaving.abort();
    };
    aws.close();
    aws = await openAt(sandbox.url, { region: 'us-east-1', retryPolicy, onRetry });
    const refuse = { kind: 'refuse', status: 503, code: 'ServiceUnavailable' } as const;
    const outcome = await apply(
      'mine',
      desiredOf(sseKms),
      [{ operation: 'PutBucketEncryption', effect: refuse }],
      leaving.signal,
    );
    expect([outcome.kind, puts().length]).toEqual([kind, 1]);
    expect(await listRuns(folder)).toMatchObject([{ state: 'finished', finished: { result: kind } }]);
  });

  it.each([
    ['applied', { kind: 'reset', when: 'after-change' }],
    ['not-applied', { kind: 'reset', when: 'before-change' }],
    ['applied', { kind: 'silence', milliseconds: 600, when: 'after-change' }],
    ['not-applied', { kind: 'silence', milliseconds: 600, when: 'before-change' }],
    ['not-applied', { kind: 'refuse', status: 500, code: 'InternalError' }],
  ] as const)('without an answer is %s, as the bucket tells: %j', async (found, effect) => {
    const outcome = await apply('mine', desiredOf(sseKms), [{ operation: 'PutBucketEncryption', effect }]);
    expect(outcome).toMatchObject({ kind: 'unknown', found });
    expect(puts()).toHaveLength(1);
    expect(await listRuns(folder)).toMatchObject([{ finished: { result: `unknown-${found}` } }]);
  });

  it('is refused where the bucket is another account’s, though it can be read; then its owner can be named', async () => {
    expect(await apply('theirs', desiredOf(sseKms))).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'check-failed', message: expect.stringContaining('account 111122223333 does not own it') },
    });
    expect(puts()).toEqual([]);
    const named = desiredOf(
      { sseAlgorithm: 'AES256', bucketKeyEnabled: true },
      { expectedBucketOwner: '444455556666' },
    );
    expect((await apply('theirs', named)).kind).toBe('applied-and-verified');
  });
});

describe('no plan', () => {
  it('is made for a bucket that cannot be read; the permission is named', async () => {
    await sandbox.stop();
    await begin({ principals: [{ accessKeyId: 'AKIASANDBOX', denied: ['s3:GetEncryptionConfiguration'] }] });
    expect(await prepare('mine', desiredOf(sseKms))).toMatchObject({
      ok: false,
      refusal: { reason: 'unreadable', advice: 'You need s3:GetEncryptionConfiguration' },
    });
  });

  it('is made for a bucket of another Region, which is told', async () => {
    expect(await prepare('abroad', desiredOf(sseKms))).toMatchObject({
      ok: false,
      refusal: { failure: { kind: 'wrong-region', region: 'eu-west-1' } },
    });
    expect(await aws.bucketRegion('abroad')).toMatchObject({ ok: true, value: 'eu-west-1' });
    const there = await aws.inRegion('eu-west-1');
    expect(await there.getEncryption('abroad')).toMatchObject({ ok: true });
  });

  it('is made for a bucket that is not there', async () => {
    expect(await prepare('nobodys', desiredOf(sseKms))).toMatchObject({
      refusal: { failure: { kind: 'no-such-bucket' } },
    });
  });
});

it('a plan is not carried out on a bucket that has changed since', async () => {
  const prepared = await prepare('mine', desiredOf(sseKms));
  if (!('plan' in prepared)) throw new Error('there is no plan');
  const other = { bucket: 'mine', configuration: { sseAlgorithm: 'aws:kms:dsse' } };
  expect(await aws.putEncryption(other)).toMatchObject({ ok: true });
  const outcome = await execute(prepared.plan, { aws, journal: journalIn(folder) });
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
  expect([puts().length, await listRuns(folder)]).toEqual([1, []]);
});

it('all buckets are listed, by type', async () => {
  const named = async (type: 'general-purpose' | 'directory') => {
    const names: string[] = [];
    for await (const page of aws.listBuckets(type)) if (page.ok) names.push(...page.value.map(({ name }) => name));
    return names;
  };
  expect(await named('general-purpose')).toEqual(['abroad', 'mine']);
  expect(await named('directory')).toEqual([directory]);
});
