import {
  appendFileSync,
  closeSync,
  fsync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import type { BeforeEntry } from '../../client/src/apply/journal/journalEntries.ts';
import { listRuns, readRun } from '../../client/src/apply/journal/journalReader.ts';
import { newFolder } from '../support/folder.ts';
import { account } from './fakes.ts';

vi.mock('node:fs', { spy: true });
vi.mock('node:fs/promises', { spy: true });

const entry: BeforeEntry = {
  step: 'before',
  account,
  region: 'eu-central-1',
  bucket: 'plain-bucket',
  bucketType: 'general-purpose',
  host: 's3.eu-central-1.amazonaws.com',
  before: { sseAlgorithm: 'AES256' },
  request: { bucket: 'plain-bucket', configuration: { sseAlgorithm: 'aws:kms' }, expectedBucketOwner: account },
};

async function wholeRun(folder: string): Promise<string> {
  const run = await journalIn(folder).begin(entry);
  await run.record({ step: 'answered', requestId: 'R1' });
  await run.record({ step: 'finished', result: 'applied-and-verified', after: { sseAlgorithm: 'aws:kms' } });
  await run.close();
  return run.file;
}

describe('a run', () => {
  it('is a file of its own, named after the time and the bucket, for the user alone', async () => {
    const folder = join(newFolder(), 'deep', 'journal');
    const run = await journalIn(folder).begin({ ...entry, bucket: '../odd\\bucket' });
    expect(basename(run.file)).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z_\.\._odd_bucket_[0-9a-f]{8}\.jsonl$/);
    expect(readdirSync(folder)).toEqual([basename(run.file), `${basename(run.file)}.lock`]);
    if (process.platform !== 'win32') expect(statSync(run.file).mode & 0o777).toBe(0o600);
    await run.close();
    expect(readdirSync(folder)).toEqual([basename(run.file)]);
  });

  it('is a line a step, each with its version and its time', async () => {
    const lines = readFileSync(await wholeRun(newFolder()), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const stamp = { v: 1, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) };
    expect(lines).toEqual([
      { ...stamp, ...entry, owner: { pid: process.pid, host: hostname() } },
      { ...stamp, step: 'answered', requestId: 'R1' },
      { ...stamp, step: 'finished', result: 'applied-and-verified', after: { sseAlgorithm: 'aws:kms' } },
    ]);
  });

  it('is synced before its first line counts, with the name of its file, and after each other line', async () => {
    const folder = newFolder();
    const some = await open(join(folder, 'some'), 'w');
    const syncOfFolder = vi.spyOn(Object.getPrototypeOf(some) as typeof some, 'sync');
    await some.close();
    vi.mocked(fsync).mockClear();
    const run = await journalIn(folder).begin(entry);
    expect(fsync).toHaveBeenCalledTimes(1);
    expect(syncOfFolder).toHaveBeenCalledTimes(process.platform === 'win32' ? 0 : 1);
    await run.record({ step: 'answered' });
    expect(fsync).toHaveBeenCalledTimes(2);
    syncOfFolder.mockRestore();
    await run.close();
  });

  it.skipIf(process.platform === 'win32')(
    'shares the syncing of its name with those that begin at the same time, but never one that had begun before',
    async () => {
      const folder = newFolder();
      const some = await open(join(folder, 'some'), 'w');
      const prototype = Object.getPrototypeOf(some) as typeof some;
      await some.close();
      const { sync } = prototype;
      let synced: string[] = [];
      const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof some) {
        const there = readdirSync(folder);
        await sync.call(this);
        synced = there;
      });
      const journal = journalIn(folder);
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          const run = await journal.begin(entry);
          expect(synced).toContain(basename(run.file));
          await run.close();
        }),
      );
      expect(spy.mock.calls.length).toBeLessThan(16);
      spy.mockRestore();
    },
  );

  it('can be told by its first line alone', async () => {
    const folder = newFolder();
    const run = await journalIn(folder).begin(entry);
    expect(await listRuns(folder)).toMatchObject([{ file: run.file, state: 'unfinished', before: entry }]);
    await run.close();
  });

  it('takes back what a full disk leaves of a line, and the next one counts', async () => {
    const folder = newFolder();
    const run = await journalIn(folder).begin(entry);
    vi.mocked(appendFileSync).mockImplementationOnce((handle, line) => {
      writeSync(handle as number, String(line).slice(0, 20));
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    await expect(run.record({ step: 'answered', requestId: 'R1' })).rejects.toThrow('no space left');
    await run.record({ step: 'finished', result: 'applied-and-verified' });
    await run.close();
    const [read] = await listRuns(folder);
    expect([read?.answered, read?.finished]).toEqual([undefined, expect.objectContaining({ step: 'finished' })]);
  });

  it('leaves nothing where it is discarded', async () => {
    const folder = newFolder();
    await (await journalIn(folder).begin(entry)).discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives its file back once, however often it is closed: its number can be another file’s by then', async () => {
    const run = await journalIn(newFolder()).begin(entry);
    vi.mocked(closeSync).mockClear();
    await run.discard();
    await run.close();
    await run.close();
    expect(closeSync).toHaveBeenCalledTimes(1);
  });

  it('is not begun where the folder cannot be made', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(journalIn(join(file, 'journal')).begin(entry)).rejects.toThrow('ENOTDIR');
  });
});

describe('the reader', () => {
  it('lists runs, the newest first, and nothing else', async () => {
    const folder = newFolder();
    const first = await wholeRun(folder);
    await new Promise((resolve) => setTimeout(resolve, 2));
    const second = await wholeRun(folder);
    writeFileSync(join(folder, 'notes.txt'), 'not a run');
    expect((await listRuns(folder)).map(({ file, state }) => [file, state])).toEqual([
      [second, 'finished'],
      [first, 'finished'],
    ]);
  });

  it('finds nothing in a folder that is not there', async () => {
    expect(await listRuns(join(newFolder(), 'none'))).toEqual([]);
  });

  it('leaves out what vanishes before it is read, and tells of the others what can be told', async () => {
    const folder = newFolder();
    const file = await wholeRun(folder);
    symlinkSync(join(folder, 'nowhere'), join(folder, '1999-vanished.jsonl'), 'junction');
    mkdirSync(join(folder, '1998-no-file.jsonl'));
    expect((await listRuns(folder)).map(({ file, state }) => [file, state])).toEqual([
      [file, 'finished'],
      [join(folder, '1998-no-file.jsonl'), 'unreadable'],
    ]);
  });

  it('opens few files at once, however many there are', async () => {
    const folder = newFolder();
    const text = readFileSync(await wholeRun(folder));
    for (let index = 0; index < 200; index++) writeFileSync(join(folder, `${index}.jsonl`), text);
    const { readFile: read } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
    let [reading, peak] = [0, 0];
    vi.mocked(readFile).mockImplementation(async (...args) => {
      peak = Math.max(peak, ++reading);
      return read(...args).finally(() => reading--);
    });
    const runs = await listRuns(folder);
    vi.mocked(readFile).mockReset();
    expect([runs.length, peak]).toEqual([201, 32]);
  });

  it('tells the truth, wherever the writing was stopped', async () => {
    const whole = readFileSync(await wholeRun(newFolder()));
    const ends = [...whole.keys()].filter((index) => whole[index] === 0x0a);
    const [first = 0, second = 0, third = 0] = ends;
    for (let length = 0; length <= whole.length; length++) {
      const run = readRun('run.jsonl', whole.subarray(0, length).toString());
      const state = length < first ? 'never-begun' : length < third ? 'unfinished' : 'finished';
      expect([length, run.state]).toEqual([length, state]);
      expect([length, run.before !== undefined]).toEqual([length, length >= first]);
      expect([length, run.answered !== undefined]).toEqual([length, length >= second]);
    }
  });

  it.each([
    ['another version', '{"v":2,"step":"before"}\n'],
    ['no journal', '{"hello":"world"}\n'],
    ['an answer without a beginning', '{"v":1,"step":"answered"}\n'],
    ['a number', '7\n'],
  ])('leaves alone what is %s', (_, text) => {
    expect(readRun('run.jsonl', text)).toEqual({ file: 'run.jsonl', state: 'unreadable' });
  });

  it('leaves alone a run with a broken line in its middle', async () => {
    const file = await wholeRun(newFolder());
    appendFileSync(file, '{"v":1,\n{"v":1,"step":"finished"}\n');
    expect(readRun(file, readFileSync(file, 'utf8')).state).toBe('unreadable');
  });
});
