import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { execute } from '../../client/src/apply/execute/execute.ts';
import { settleRun, type Truth, unfinishedRuns } from '../../client/src/apply/execute/unfinished.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import type { BeforeEntry, RunResult } from '../../client/src/apply/journal/journalEntries.ts';
import { listRuns, type RecordedRun } from '../../client/src/apply/journal/journalReader.ts';
import { desiredToRestore, isRestorable } from '../../client/src/apply/journal/undo.ts';
import type { AwsToPlace } from '../../client/src/apply/whereabouts.ts';
import type { BucketEncryption, PresentEncryption } from '../../client/src/aws/encryption.ts';
import { newFolder } from '../support/folder.ts';
import { account, desiredOf, type FakeBehaviour, failed, fakeBucket, kmsKey, planOf, targetOf } from './fakes.ts';

vi.mock('node:fs/promises', { spy: true });

const sseS3: BucketEncryption = { sseAlgorithm: 'AES256' };
const sseKms: BucketEncryption = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey };
const patience = { waits: [0], limit: 5000 };

async function runOf(before: PresentEncryption, target = targetOf()): Promise<RecordedRun> {
  const folder = newFolder();
  await execute(planOf(desiredOf(sseKms), before, target), {
    aws: fakeBucket(before),
    journal: journalIn(folder),
    patience,
  });
  const [run] = await listRuns(folder);
  if (!run) throw new Error('nothing was written down');
  return run;
}

const restored = (run: RecordedRun) => isRestorable(run) && desiredToRestore(run);

describe('to restore', () => {
  it.each<[string, BucketEncryption, BucketEncryption]>([
    ['the block', { ...sseS3, blockedEncryptionTypes: ['SSE-C'] }, { blockedEncryptionTypes: ['SSE-C'] }],
    ['that there was no block', sseS3, { blockedEncryptionTypes: ['NONE'] }],
    ['the bucket key', { ...sseS3, bucketKeyEnabled: true }, { bucketKeyEnabled: true }],
    ['that there was no bucket key', sseS3, { bucketKeyEnabled: false }],
  ])('%s is stated', async (_, before, stated) => {
    expect(restored(await runOf(before))).toMatchObject({ configuration: { ...sseS3, ...stated } });
  });

  it('a directory bucket, nothing is asked for that it does not know', async () => {
    expect(restored(await runOf(sseS3, targetOf('fast--use1-az4--x-s3')))).toEqual({
      configuration: sseS3,
      request: {},
    });
  });

  it('the same owner is named', async () => {
    expect(restored(await runOf(sseS3))).toMatchObject({ request: { expectedBucketOwner: account } });
  });

  it('lifts a block that the change has set', async () => {
    const run = await runOf(sseS3);
    const desired = restored(run);
    const now: BucketEncryption = { ...sseKms, blockedEncryptionTypes: ['SSE-C'] };
    expect(desired && planOf(desired, now).request.configuration.blockedEncryptionTypes).toEqual(['NONE']);
  });

  it.each<[RunResult, boolean]>([
    ['applied-and-verified', true],
    ['applied-not-visible', true],
    ['unknown-applied', true],
    ['unknown-changed', true],
    ['unknown-unreadable', true],
    ['unknown-not-applied', true],
    ['failed', false],
  ])('after %s there is something: %s', async (result, is) => {
    const run = await runOf(sseS3);
    const finished = run.finished && { ...run.finished, result };
    expect(isRestorable({ ...run, ...(finished && { finished }) })).toBe(is);
  });

  it('a bucket without a configuration, there is nothing', async () => {
    expect(isRestorable(await runOf('none'))).toBe(false);
  });
});

describe('a run that was stopped', () => {
  /** A journal that ends after its first line, or with this behind it, beside the lock of a program that is no more. */
  async function stopped(tail = '\n'): Promise<{ folder: string; file: string }> {
    const { file } = await runOf(sseS3);
    const [first = ''] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, first + tail);
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    return { folder: join(file, '..'), file };
  }

  it.each<[string, PresentEncryption, string]>([
    ['applied', sseKms, 'unknown-applied'],
    ['not-applied', sseS3, 'unknown-not-applied'],
    ['changed', { sseAlgorithm: 'aws:kms:dsse' }, 'unknown-changed'],
  ])('is %s, as the bucket tells, and has an end then', async (truth, now, result) => {
    const { folder, file } = await stopped();
    const [run] = await unfinishedRuns(folder);
    expect(run && (await settleRun(fakeBucket(now), run, { patience }))).toBe(truth);
    expect(await listRuns(folder)).toMatchObject([{ state: 'finished', finished: { result, after: now } }]);
    expect([await unfinishedRuns(folder), existsSync(`${file}.lock`)]).toEqual([[], false]);
  });

  it('is not cut short where the user leaves: its request may be on its way yet', async () => {
    const { folder } = await stopped();
    const [run] = await unfinishedRuns(folder);
    const leaving = new AbortController();
    const onGet: FakeBehaviour['onGet'] = (reading) => {
      leaving.abort();
      return { ok: true, value: reading === 1 ? sseS3 : sseKms };
    };
    const options = { patience: { waits: [0, 1], limit: 5000 }, signal: leaving.signal };
    expect(run && (await settleRun(fakeBucket(sseS3, { onGet }), run, options))).toBe('applied');
  });

  it('stays unfinished while its bucket cannot be read', async () => {
    const { folder } = await stopped();
    const [run] = await unfinishedRuns(folder);
    const mute = fakeBucket(sseS3, {
      onGet: () => ({ ok: false, failure: { kind: 'network', message: '', advice: '' } }),
    });
    expect(run && (await settleRun(mute, run, { patience }))).toBe('unreadable');
    expect(await unfinishedRuns(folder)).toHaveLength(1);
  });

  const elsewhere: readonly [string, Partial<AwsToPlace>, Truth][] = [
    [
      'at another server',
      { effectiveHost: async () => 'localhost:4566' },
      { differs: 'host', was: targetOf().host, is: 'localhost:4566' },
    ],
    [
      'as another account',
      { callerIdentity: async () => ({ ok: true, value: { account: '444455556666', principal: 'arn' } }) },
      { differs: 'account', was: account, is: '444455556666' },
    ],
    ['as nobody knows whom', { callerIdentity: async () => failed({ kind: 'network' }) }, 'unreadable'],
  ];

  it.each(elsewhere)('is neither read nor ended %s', async (_, place, truth) => {
    const { folder } = await stopped();
    const [run] = await unfinishedRuns(folder);
    const bucket = fakeBucket(sseS3);
    expect(run && (await settleRun({ ...bucket, ...place }, run, { patience }))).toEqual(truth);
    expect(bucket.calls).toEqual([]);
    expect((await listRuns(folder)).map(isRestorable)).toEqual([true]);
    expect(await unfinishedRuns(folder)).toHaveLength(1);
  });

  it.each([
    ['a torn line', '\n{"v":1,"step":"answ'],
    ['a torn line, and a whole one that is glued to it', '\n{"v":1,"step":"answ{"v":1,"step":"finished"}\n'],
    ['a line that is whole but for its end', ''],
  ])('gets its end also after %s', async (_, tail) => {
    const { folder } = await stopped(tail);
    const [run] = await unfinishedRuns(folder);
    if (run) await settleRun(fakeBucket(sseKms), run, { patience });
    expect(await listRuns(folder)).toMatchObject([
      { state: 'finished', before: { before: sseS3 }, finished: { result: 'unknown-applied' } },
    ]);
  });

  const entry: BeforeEntry = {
    step: 'before',
    region: 'eu-central-1',
    bucket: 'mine',
    bucketType: 'general-purpose',
    host: 'host',
    before: sseS3,
    request: { bucket: 'mine', configuration: sseKms },
  };

  it('is not one that another window is at', async () => {
    const folder = newFolder();
    const run = await journalIn(folder).begin(entry);
    expect(await unfinishedRuns(folder)).toEqual([]);
    await run.close();
    expect(await unfinishedRuns(folder)).toHaveLength(1);
  });

  it('is not one that came to its end while it was looked at: after its file was read, before its lock was', async () => {
    const folder = newFolder();
    const run = await journalIn(folder).begin(entry);
    const { readFile: read } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
    vi.mocked(readFile).mockImplementation(async (...args) => {
      if (args[0] === `${run.file}.lock`) {
        await run.record({ step: 'finished', result: 'applied-and-verified' });
        await run.close();
      }
      return read(...args);
    });
    expect(await unfinishedRuns(folder)).toEqual([]);
    vi.mocked(readFile).mockReset();
    expect(await listRuns(folder)).toMatchObject([{ state: 'finished' }]);
  });

  it('can be undone before it has an end', async () => {
    const { folder } = await stopped();
    expect((await listRuns(folder)).map(isRestorable)).toEqual([true]);
  });

  it('leaves no lock behind that has an end, or no beginning', async () => {
    const { folder, file } = await stopped();
    appendFileSync(file, `{"v":1,"time":"2026-11-25T00:00:00Z","step":"finished","result":"failed"}\n`);
    writeFileSync(join(folder, 'never.jsonl.lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    expect(await unfinishedRuns(folder)).toEqual([]);
    expect([existsSync(`${file}.lock`), existsSync(join(folder, 'never.jsonl.lock'))]).toEqual([false, false]);
  });
});
