import { appendFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settleRuns } from '../../client/src/apply/execute/settleRuns.ts';
import { unfinishedRuns } from '../../client/src/apply/execute/unfinished.ts';
import {
  beginFleet,
  type FleetOrder,
  forgetFleet,
  placeOf,
  stoppedFleets,
} from '../../client/src/apply/fleet/fleetRecord.ts';
import type { FleetStatus } from '../../client/src/apply/fleet/fleetResult.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import { listRuns } from '../../client/src/apply/journal/journalReader.ts';
import { Pace } from '../../client/src/apply/pace.ts';
import type { PresentEncryption } from '../../client/src/aws/encryption.ts';
import { account, samePlace, targetOf } from '../apply/fakes.ts';
import { newFolder } from '../support/folder.ts';

let folder: string;

beforeEach(() => {
  folder = newFolder();
});

const names = Array.from({ length: 12 }, (_each, index) => `bucket-${index}`);
const order: FleetOrder = {
  profile: 'dev',
  account,
  region: 'us-east-1',
  host: 's3.us-east-1.amazonaws.com',
  buckets: names.map((name) => ({ name, type: 'general-purpose' })),
  desired: { 'general-purpose': { configuration: { sseAlgorithm: 'aws:kms' }, request: {} } },
};

const resultFor = (name: string, status: FleetStatus) =>
  ({ bucket: { name, type: 'general-purpose' }, status, detail: '' }) as const;

/** No program's number is as high as this. */
const nobody = JSON.stringify({ pid: 2 ** 30, host: hostname() });

/** Leaves files as they are when their program is killed. */
function kill(): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.lock'))) {
    writeFileSync(join(folder, name), nobody);
  }
}

describe('the record of a change of many buckets', () => {
  it('is nobody else’s while it is worked on, and gone once it has ended', async () => {
    const record = await beginFleet(folder, order);
    expect(await stoppedFleets(folder)).toEqual([]);
    await record.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells after a kill what was asked for, and which buckets have no good end', async () => {
    const record = await beginFleet(folder, order);
    record.note(resultFor('bucket-0', 'applied-and-verified'));
    record.note(resultFor('bucket-1', 'unchanged'));
    record.note(resultFor('bucket-2', 'failed'));
    record.note(resultFor('bucket-3', 'refused'));
    kill();
    const [stopped] = await stoppedFleets(folder);
    expect(stopped?.order).toMatchObject(order);
    expect(placeOf(order)).toEqual({ bucket: 'bucket-0', host: 's3.us-east-1.amazonaws.com', account });
    expect(stopped?.left.map(({ name }) => name)).toEqual(names.slice(2));
  });

  it('is taken away where its program was stopped at the very last: each bucket has its good end', async () => {
    const record = await beginFleet(folder, order);
    for (const name of names) record.note(resultFor(name, 'applied-and-verified'));
    kill();
    expect(await stoppedFleets(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('counts no line that is torn', async () => {
    await beginFleet(folder, order);
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.fleet'));
    appendFileSync(join(folder, file), '"bucket-0"\n"bucket-1');
    kill();
    const [stopped] = await stoppedFleets(folder);
    expect(stopped?.left.map(({ name }) => name)).toEqual(names.slice(1));
  });

  it('is left alone where its first line is torn, or another version’s', async () => {
    writeFileSync(join(folder, '2026.fleet'), '{"v":1,"region":"us-');
    writeFileSync(join(folder, '2027.fleet'), JSON.stringify({ ...order, v: 2 }));
    expect(await stoppedFleets(folder)).toEqual([]);
  });

  it('is told of, whatever becomes of others: one that ends while they are looked for, one that cannot be read', async () => {
    await beginFleet(folder, order);
    kill();
    symlinkSync(join(folder, 'nowhere'), join(folder, '1999-ended.fleet'), 'junction');
    mkdirSync(join(folder, '1998-no-file.fleet'));
    expect((await stoppedFleets(folder)).map((fleet) => fleet.order)).toMatchObject([order]);
  });

  it('keeps its lock, which tells the next start, until somebody forgets it', async () => {
    await beginFleet(folder, order);
    kill();
    await unfinishedRuns(folder);
    expect(readdirSync(folder)).toHaveLength(2);
    const [stopped] = await stoppedFleets(folder);
    if (stopped) await forgetFleet(stopped);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that is gone leaves no lock, which would call for a look with each start; one that is worked on keeps its own', async () => {
    writeFileSync(join(folder, '1999.fleet.lock'), nobody);
    await beginFleet(folder, order);
    expect(await stoppedFleets(folder)).toEqual([]);
    const locks = readdirSync(folder).filter((name) => name.endsWith('.lock'));
    expect(locks.map((name) => name.startsWith('1999'))).toEqual([false]);
  });

  it('is written before anything is sent, or nothing is', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(beginFleet(file, order)).rejects.toThrow();
  });

  it('is for the user alone, and names no secret', async () => {
    await beginFleet(folder, order);
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.fleet'));
    const { v, ...written } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect([v, written]).toEqual([1, order]);
  });
});

describe('runs without an end', () => {
  const request = { configuration: { sseAlgorithm: 'aws:kms' } };

  async function leaveRuns(buckets: readonly string[]): Promise<void> {
    for (const bucket of buckets) {
      await journalIn(folder).begin({
        step: 'before',
        account,
        region: 'us-east-1',
        bucket,
        bucketType: 'general-purpose',
        host: targetOf().host,
        before: { sseAlgorithm: 'AES256' },
        request: { bucket, ...request },
      });
    }
    kill();
  }

  /** A service that answers once so many readings wait for it together, and counts how many do. */
  function service(together: number) {
    const waiting: (() => void)[] = [];
    const seen = { peak: 0 };
    const getEncryption = async () => {
      const answered = new Promise<void>((resolve) => waiting.push(resolve));
      seen.peak = Math.max(seen.peak, waiting.length);
      if (waiting.length >= together) for (const answer of waiting.splice(0)) answer();
      await answered;
      return { ok: true, value: { sseAlgorithm: 'aws:kms' } as PresentEncryption } as const;
    };
    return { ...samePlace, getEncryption, seen };
  }

  const patience = { waits: [0], limit: 5_000 };

  afterEach(() => expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]));

  it('are settled many at once, as many as the pace allows', async () => {
    await leaveRuns(names);
    const { seen, ...aws } = service(4);
    const done: number[] = [];
    const onSettled = (count: number) => done.push(count);
    const runs = await unfinishedRuns(folder);
    const settled = await settleRuns(aws, runs, { pace: new Pace({ most: 4 }), onSettled, patience });
    expect(settled.map(({ truth }) => truth)).toEqual(names.map(() => 'applied'));
    expect(seen.peak).toBe(4);
    expect(done).toEqual(names.map((_name, index) => index + 1));
    expect((await listRuns(folder)).every(({ state }) => state === 'finished')).toBe(true);
  });

  it('are settled one after the other where they are of one bucket', async () => {
    await leaveRuns(['same', 'same', 'same']);
    const { seen, ...aws } = service(1);
    const runs = await unfinishedRuns(folder);
    const settled = await settleRuns(aws, runs, { pace: new Pace({ most: 4 }), patience });
    expect(seen.peak).toBe(1);
    expect(settled.map(({ run }) => run.file)).toEqual(runs.map(({ file }) => file));
  });
});

it('runs that were not read since the user left stay unfinished', async () => {
  const leaving = new AbortController();
  leaving.abort();
  const run = { file: 'nowhere', state: 'unfinished', before: { bucket: 'mine' } } as never;
  const getEncryption = () => Promise.reject(new Error('nothing is read'));
  const pace = new Pace({ most: 4 });
  expect(await settleRuns({ ...samePlace, getEncryption }, [run], { pace, signal: leaving.signal })).toEqual([]);
});
