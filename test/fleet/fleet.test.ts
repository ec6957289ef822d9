import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { executeFleet, type FleetOptions } from '../../client/src/apply/fleet/executeFleet.ts';
import { countsOf, describeFleet, describeFleetPlan } from '../../client/src/apply/fleet/fleetReport.ts';
import { type FleetResult, mayEndBetter } from '../../client/src/apply/fleet/fleetResult.ts';
import { type FleetPlan, planFleet } from '../../client/src/apply/fleet/planFleet.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import { listRuns } from '../../client/src/apply/journal/journalReader.ts';
import { Pace } from '../../client/src/apply/pace.ts';
import type { Aws } from '../../client/src/aws/aws.ts';
import { type Bucket, bucketTypeOf } from '../../client/src/aws/bucketName.ts';
import { cancelledBeforeSending } from '../../client/src/aws/toFailure.ts';
import { desiredOf } from '../apply/fakes.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import type { Fault } from '../sandbox/faults.ts';
import { profileOf } from '../sandbox/profiles.mjs';
import { type Sandbox, start } from '../sandbox/server.ts';
import { newFolder } from '../support/folder.ts';

const account = '111122223333';
const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const sseKms = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: `arn:aws:kms:us-east-1:${account}:key/${id}` };
const numbered = Array.from({ length: 12 }, (_each, index) => `bucket-${String(index).padStart(2, '0')}`);

let sandbox: Sandbox;
let aws: Aws;
let folder: string;

beforeEach(async () => {
  sharedFiles({ credentials: profileOf('dev') });
  const encrypted = { algorithm: 'aws:kms', key: id, bucketKeyEnabled: false, blockedTypes: ['SSE-C'] };
  sandbox = await start({
    regions: ['us-east-1', 'eu-west-1'],
    buckets: [
      ...numbered.map((name) => ({ name })),
      { name: 'done', encryption: encrypted },
      { name: 'abroad', region: 'eu-west-1' },
      { name: 'theirs', account: '444455556666', sharedWith: [account] },
      { name: 'fast--use1-az4--x-s3' },
    ],
    keys: [{ id, aliases: ['alias/__mine__'] }],
  });
  aws = await openAt(sandbox.url, { region: 'us-east-1', timeouts: { connectMs: 3000, answerMs: 3000 } });
  folder = newFolder();
});

afterEach(async () => {
  aws.close();
  await sandbox.stop();
});

const bucket = (name: string): Bucket => ({ name, type: bucketTypeOf(name) });

function plan(names: readonly string[], desired = desiredOf(sseKms)): Promise<FleetPlan> {
  return planFleet({ aws, buckets: names.map(bucket), desiredFor: () => desired, pace: new Pace({ most: 4 }) });
}

/** A document that states, leaves out and leaves open. */
const manyMembers = {
  ...desiredOf(
    { ...sseKms, bucketKeyEnabled: true, blockedEncryptionTypes: [] },
    { checksumAlgorithm: 'SHA1', contentMD5: '1B2M2Y8AsgTpgAmY7PhCfg==' },
  ),
  choices: [{ name: 'KeyAlias', value: '' }],
};

function carryOut(fleet: FleetPlan, options: Partial<FleetOptions> = {}): Promise<FleetResult[]> {
  const patience = { waits: [0, 1, 1], limit: 5000 };
  return executeFleet(fleet, { journal: journalIn(folder), pace: new Pace({ most: 4 }), patience, ...options });
}

const statusOf = (results: readonly FleetResult[]) =>
  Object.fromEntries(results.map(({ bucket: { name }, status }) => [name, status]));

const puts = () => sandbox.requests.filter(({ operation }) => operation === 'PutBucketEncryption');

describe('a plan for many buckets', () => {
  it('tells of every bucket what will be, and changes nothing', async () => {
    const fleet = await plan(['bucket-00', 'done', 'abroad', 'theirs', 'nobodys', 'fast--use1-az4--x-s3']);
    expect(fleet.changes.map((change) => change.bucket.name)).toEqual(['bucket-00', 'fast--use1-az4--x-s3']);
    expect(statusOf(fleet.settled)).toEqual({
      done: 'unchanged',
      abroad: 'refused',
      theirs: 'refused',
      nobodys: 'failed',
    });
    expect(puts()).toEqual([]);
  });

  it('asks who calls, and for a key, once in all', async () => {
    await plan(numbered);
    const count = (operation: string) => sandbox.requests.filter((each) => each.operation === operation).length;
    expect([count('GetCallerIdentity'), count('DescribeKey')]).toEqual([1, 1]);
  });

  it('asks each bucket in its own Region', async () => {
    const fleet = await plan(['abroad'], desiredOf({ sseAlgorithm: 'aws:kms' }));
    expect(fleet.changes.map((change) => change.plan.target.region)).toEqual(['eu-west-1']);
    const [result] = await carryOut(fleet);
    expect(result?.status).toBe('applied-and-verified');
  });

  it('that is cancelled holds no bucket that was not checked to the end: it counts as not started', async () => {
    sandbox.state.keys.length = 0;
    expect(statusOf((await plan(numbered)).settled)).toEqual(
      Object.fromEntries(numbered.map((name) => [name, 'refused'])),
    );
    const leaving = new AbortController();
    const bucketTags: Aws['bucketTags'] = (...about) => {
      leaving.abort();
      return aws.bucketTags(...about);
    };
    const { changes, settled } = await planFleet({
      aws: { ...aws, bucketTags },
      buckets: numbered.map((name) => ({ ...bucket(name), region: 'us-east-1' })),
      desiredFor: () => desiredOf(sseKms),
      pace: new Pace({ most: 4 }),
      signal: leaving.signal,
    });
    expect(changes).toEqual([]);
    expect(new Set(settled.map(({ status }) => status))).toEqual(new Set(['not-started']));
  });

  it('whose buckets cannot be asked for their Region is ended by a cancel, and none counts as failed', async () => {
    const bucketRegion = async () => ({ ok: false, failure: cancelledBeforeSending }) as const;
    const fleet = await planFleet({
      aws: { ...aws, bucketRegion },
      buckets: ['bucket-00', 'bucket-01'].map(bucket),
      desiredFor: () => desiredOf(sseKms),
      pace: new Pace({ most: 1 }),
    });
    expect(statusOf(fleet.settled)).toEqual({ 'bucket-00': 'not-started', 'bucket-01': 'not-started' });
  });

  it('is shown as it is, also where Markdown would take something of it for its own', async () => {
    const choices = [{ name: 'Key', value: '<b>|$1' }];
    const desired = { ...desiredOf({ sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'alias/__mine__' }), choices };
    const text = describeFleetPlan(await plan(['bucket-00'], desired));
    expect(text).toContain('\n- KMSMasterKeyID: alias/\\_\\_mine\\_\\_\n');
    expect(text).toContain('Key: \\<b\\>\\|\\$1\n');
    expect(text).toContain('KMSMasterKeyID: none → alias/\\_\\_mine\\_\\_ |');
  });

  it('is ended where the credentials are, and tells why of the bucket that met it', async () => {
    const refuse = { kind: 'refuse', status: 400, code: 'ExpiredToken', message: 'It has expired' } as const;
    sandbox.faults.add({ operation: 'GetBucketEncryption', nth: 2, times: 99, effect: refuse });
    const buckets = numbered.slice(0, 3).map(bucket);
    const fleet = await planFleet({ aws, buckets, desiredFor: () => desiredOf(sseKms), pace: new Pace({ most: 1 }) });
    expect(fleet.settled).toMatchObject([
      { status: 'failed', detail: 'It has expired; Get new credentials, and try again', code: 'ExpiredToken' },
      { status: 'not-started' },
    ]);
    expect(fleet.settled.map(mayEndBetter)).toEqual([true, true]);
  });

  it('is a table, with what was not passed', async () => {
    const text = describeFleetPlan(await plan(['bucket-00', 'done']));
    expect(text).toContain('# 1 bucket will change');
    expect(text).toContain(
      '\n\nPrincipal `arn:aws:iam::111122223333:user/sandbox`, account 111122223333, profile dev\n',
    );
    expect(text).toContain('# 1 bucket is left as it is');
    expect(text).toContain(`| bucket-00 | ${account} | dev | us-east-1 | SSEAlgorithm: AES256 → aws:kms<br>`);
    expect(text).toContain('| done |  | unchanged |');
  });

  it('says in words alone that no bucket will change', async () => {
    const text = describeFleetPlan(await plan(['done']));
    expect(text).toMatch(/^# No bucket will change\n\n# 1 bucket is left as it is\n/);
  });

  it('shows all of each request, once where it is the same', async () => {
    const text = describeFleetPlan(await plan(['bucket-00', 'bucket-01', 'fast--use1-az4--x-s3'], manyMembers));
    const [above = '', ...rows] = text.split('\n| ');
    expect(above.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      `- Host: ${new URL(sandbox.url).host}`,
      '- SSEAlgorithm: aws:kms',
      `- KMSMasterKeyID: ${sseKms.kmsMasterKeyId}`,
      '- BucketKeyEnabled: true',
      '- ChecksumAlgorithm: SHA1',
      '- Chosen, for the document leaves it open: KeyAlias: (empty)',
      '- Not sent, for the body that is sent is not the one that it was made of: ContentMD5: 1B2M2Y8AsgTpgAmY7PhCfg==',
    ]);
    const besideIn = (name: string) => rows.find((row) => row.startsWith(name))?.split(' | ')[5];
    const ofGeneralPurpose = [
      'BlockedEncryptionTypes: SSE-C',
      `ExpectedBucketOwner: ${account}`,
      'Kept, for the document does not state it: BlockedEncryptionTypes: SSE-C',
      'Not sent, for it names no type: BlockedEncryptionTypes: ',
    ];
    expect(besideIn('bucket-00')?.split('<br>')).toEqual(ofGeneralPurpose);
    expect(besideIn('bucket-01')?.split('<br>')).toEqual(ofGeneralPurpose);
    expect(besideIn('fast--')).toBe('Not sent, for a directory bucket has no such block: BlockedEncryptionTypes: ');
  });
});

describe('carrying it out', () => {
  it('brings every bucket to its end', async () => {
    const results = await carryOut(await plan([...numbered, 'done']));
    expect(countsOf(results)).toEqual({
      'applied-and-verified': 12,
      unchanged: 1,
      refused: 0,
      failed: 0,
      'not-started': 0,
    });
    expect((await listRuns(folder)).map(({ finished }) => finished?.result)).toEqual(
      numbered.map(() => 'applied-and-verified'),
    );
  });

  it.each<[string, Fault['effect'], FleetResult['status']]>([
    ['SlowDown', { kind: 'refuse', status: 503, code: 'SlowDown' }, 'applied-and-verified'],
    ['OperationAborted', { kind: 'refuse', status: 409, code: 'OperationAborted' }, 'applied-and-verified'],
    ['InternalError', { kind: 'refuse', status: 500, code: 'InternalError' }, 'failed'],
    ['AccessDenied', { kind: 'refuse', status: 403, code: 'AccessDenied' }, 'failed'],
    ['a reset before', { kind: 'reset', when: 'before-change' }, 'failed'],
    ['a reset after', { kind: 'reset', when: 'after-change' }, 'applied-and-verified'],
    ['silence', { kind: 'silence', milliseconds: 6000, when: 'after-change' }, 'applied-and-verified'],
  ])('%s for one is told of that one, and the others are done', async (_each, effect, status) => {
    const fleet = await plan(numbered);
    sandbox.faults.add({ operation: 'PutBucketEncryption', bucket: 'bucket-03', effect });
    const results = statusOf(await carryOut(fleet));
    expect(results['bucket-03']).toBe(status);
    expect(Object.values(results).filter((each) => each === 'applied-and-verified').length).toBeGreaterThanOrEqual(11);
  });

  it('ends where the credentials do: the rest is not started', async () => {
    const fleet = await plan(numbered);
    const expired = { kind: 'refuse', status: 400, code: 'ExpiredToken' } as const;
    sandbox.faults.add({ operation: 'PutBucketEncryption', nth: 3, times: 100, effect: expired });
    const counts = countsOf(await carryOut(fleet));
    expect(counts['applied-and-verified']).toBe(2);
    expect(counts.failed).toBeLessThanOrEqual(5);
    expect(counts['not-started']).toBe(10 - counts.failed);
  });

  it('ends where they are of no use any more once a change was made, and tells why its bucket was not read', async () => {
    const fleet = await plan(['bucket-00', 'bucket-01']);
    const refuse = { kind: 'refuse', status: 400, code: 'ExpiredToken', message: 'It has expired' } as const;
    sandbox.faults.add({ operation: 'GetBucketEncryption', nth: 2, times: 99, effect: refuse });
    expect(await carryOut(fleet, { pace: new Pace({ most: 1 }) })).toMatchObject([
      {
        status: 'failed',
        detail: 'AWS took it, and the bucket could not be read: It has expired; Get new credentials, and try again',
        journal: expect.any(String),
      },
      { status: 'not-started' },
    ]);
  });

  it('ends where the user gives no code of his MFA device, who is asked once', async () => {
    const { changes, settled } = await plan(numbered);
    const role = `role_arn = arn:aws:iam::${account}:role/admin\nsource_profile = dev`;
    const config = `[profile mfa]\n${role}\nmfa_serial = arn:aws:iam::${account}:mfa/ada\n`;
    writeFileSync(process.env.AWS_CONFIG_FILE ?? '', config);
    const askMfaCode = vi.fn(async () => undefined);
    const due = await openAt(sandbox.url, { region: 'us-east-1', profile: 'mfa', askMfaCode });
    const behind = changes.map((change) => ({ ...change, door: { ...change.door, aws: due } }));
    expect(countsOf(await carryOut({ changes: behind, settled }))['not-started']).toBe(12);
    expect(askMfaCode).toHaveBeenCalledTimes(1);
    due.close();
  });

  it('after a cancel finishes what is under way and begins nothing', async () => {
    const fleet = await plan(numbered);
    const leaving = new AbortController();
    const onResult = () => leaving.abort();
    const results = await carryOut(fleet, { signal: leaving.signal, onResult });
    const counts = countsOf(results);
    expect(counts['applied-and-verified'] + counts['not-started']).toBe(12);
    expect(counts['not-started']).toBeGreaterThan(0);
    expect((await listRuns(folder)).every(({ state }) => state === 'finished')).toBe(true);
    expect(puts()).toHaveLength(counts['applied-and-verified']);
  });

  it('can be done again for what failed, and for what had changed since the plan', async () => {
    const fleet = await plan([...numbered, 'theirs']);
    const refuse = { kind: 'refuse', status: 403, code: 'AccessDenied' } as const;
    sandbox.faults.add({ operation: 'PutBucketEncryption', bucket: 'bucket-05', effect: refuse });
    await aws.putEncryption({ bucket: 'bucket-07', configuration: { sseAlgorithm: 'aws:kms:dsse' } });
    const again = (await carryOut(fleet)).filter(mayEndBetter).map(({ bucket }) => bucket.name);
    expect(again).toEqual(['bucket-05', 'bucket-07']);
    const results = await carryOut(await plan(again));
    expect(statusOf(results)).toEqual({ 'bucket-05': 'applied-and-verified', 'bucket-07': 'applied-and-verified' });
  });

  it('leaves alone a bucket that somebody changes while it waits to try again, and tells of its journal', async () => {
    const theirs = { algorithm: 'aws:kms:dsse', key: id, bucketKeyEnabled: false, blockedTypes: ['NONE'] };
    aws.close();
    aws = await openAt(sandbox.url, {
      region: 'us-east-1',
      onRetry: () => Object.assign(sandbox.state.buckets.get('bucket-07') ?? {}, { encryption: theirs }),
    });
    const fleet = await plan(['bucket-06', 'bucket-07']);
    const effect = { kind: 'refuse', status: 409, code: 'OperationAborted' } as const;
    sandbox.faults.add({ operation: 'PutBucketEncryption', bucket: 'bucket-07', effect });
    const [, result] = await carryOut(fleet);
    expect(result).toMatchObject({
      status: 'refused',
      reason: 'changed',
      journal: expect.stringContaining('bucket-07'),
    });
    expect(puts()).toHaveLength(2);
  });

  it('stops at a bucket that has changed since the plan, and at no other', async () => {
    const fleet = await plan(numbered);
    await aws.putEncryption({ bucket: 'bucket-07', configuration: { sseAlgorithm: 'aws:kms:dsse' } });
    const results = statusOf(await carryOut(fleet));
    expect(Object.entries(results).filter(([, status]) => status !== 'applied-and-verified')).toEqual([
      ['bucket-07', 'refused'],
    ]);
  });
});

it('the report has a row for every bucket, those that need a look first', async () => {
  const fleet = await plan([...numbered, 'done', 'theirs']);
  const refuse = { kind: 'refuse', status: 403, code: 'AccessDenied', message: 'No | way' } as const;
  sandbox.faults.add({ operation: 'PutBucketEncryption', bucket: 'bucket-05', effect: refuse });
  const rows = describeFleet(await carryOut(fleet))
    .split('\n')
    .filter((line) => line.startsWith('| '));
  expect(rows).toHaveLength(2 + 14);
  expect(rows[2]).toMatch(/^\| bucket-05 \| {2}\| failed \| No \\\| way; .* \| AccessDenied \| SANDBOX\d+ \|$/);
  expect(rows[3]).toContain('| theirs |');
  expect(rows[4]).toContain('| applied and verified |');
});

describe('the pace', () => {
  const most = async (pace: Pace, items: number) => {
    let running = 0;
    let peak = 0;
    const work = async () => {
      running += 1;
      peak = Math.max(peak, running);
      await pause(1);
      running -= 1;
    };
    await pace.forEach(Array.from({ length: items }), work, () => false);
    return peak;
  };

  it('keeps to the most, and reaches it', async () => {
    expect(await most(new Pace({ most: 5 }), 40)).toBe(5);
  });

  it('is halved where AWS asks for fewer, once for a burst, never below one, and grows again', async () => {
    let now = 0;
    const pace = new Pace({ most: 16, clock: () => now });
    pace.heed({ kind: 'network' });
    expect(pace.allowed).toBe(16);
    pace.heed({ kind: 'throttled' });
    pace.heed({ kind: 'throttled' });
    expect(pace.allowed).toBe(8);
    for (let burst = 0; burst < 9; burst++) {
      now += 2_000;
      pace.heed({ kind: 'throttled' });
    }
    expect(pace.allowed).toBe(1);
    await most(pace, 40);
    expect(pace.allowed).toBeGreaterThan(4);
  });

  it('begins nothing once it is stopped', async () => {
    const begun: number[] = [];
    const work = async (item: number) => void begun.push(item);
    await new Pace({ most: 1 }).forEach([1, 2, 3], work, () => begun.length === 2);
    expect(begun).toEqual([1, 2]);
  });
});
