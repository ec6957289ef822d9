import { readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stoppedFleets } from '../../../client/src/apply/fleet/fleetRecord.ts';
import { resumeFleets } from '../../../client/src/commands/steps/resumeFleets.ts';
import { sharedFiles } from '../../aws/open.ts';
import type { Fault } from '../../sandbox/faults.ts';
import { profileOf } from '../../sandbox/profiles.mjs';
import { type Sandbox, start } from '../../sandbox/server.ts';
import { newFolder } from '../../support/folder.ts';
import { hostIn, newUser, user } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));
vi.mock('node:fs/promises', { spy: true });

let sandbox: Sandbox;
let folder: string;

beforeEach(async () => {
  sharedFiles({ credentials: profileOf('dev') });
  sandbox = await start({ regions: ['us-east-1'], buckets: ['one', 'two', 'three'].map((name) => ({ name })) });
  newUser({ endpoint: sandbox.url });
  user.choose = (_, buttons) => buttons.find((button) => button === 'Plan the Rest…');
  folder = newFolder();
});

afterEach(() => sandbox.stop());

/** Plans the rest of a change that was stopped after the first bucket, and gives what is left of it then. */
async function resume(...faults: readonly Fault[]): Promise<string[][]> {
  const order = {
    profile: 'dev',
    region: 'us-east-1',
    buckets: ['one', 'two', 'three'].map((name) => ({ name, type: 'general-purpose', region: 'us-east-1' })),
    desired: { 'general-purpose': { configuration: { sseAlgorithm: 'aws:kms' }, request: {} } },
  };
  writeFileSync(join(folder, '2026.fleet'), `${JSON.stringify({ v: 1, ...order })}\n"one"\n`);
  sandbox.faults.add(...faults);
  await resumeFleets(hostIn(folder), await stoppedFleets(folder));
  return (await stoppedFleets(folder)).map(({ left }) => left.map(({ name }) => name));
}

const refusing = (status: number, code: string): Fault => ({
  operation: 'GetBucketEncryption',
  times: 99,
  effect: { kind: 'refuse', status, code },
});

it.each<[string, RegExp | undefined, readonly Fault[]]>([
  ['the user leaves while buckets are read', /^Reading/, []],
  ['no bucket may be read', undefined, [refusing(403, 'AccessDenied')]],
  ['the credentials have run out', undefined, [refusing(400, 'ExpiredToken')]],
  ['the user does not type how many will change', undefined, []],
])('the record of a stopped change stays as it is where %s', async (_, cancels, faults) => {
  user.cancels = cancels;
  expect(await resume(...faults)).toEqual([['two', 'three']]);
});

it('who leaves while buckets are read is neither asked nor told any more', async () => {
  user.cancels = /^Reading/;
  await resume();
  expect(user.told).toEqual([expect.stringContaining('was stopped')]);
});

const typing = (message: string, buttons: readonly string[]) =>
  buttons.find((button) => button === 'Plan the Rest…') ?? /Type the number.*: (\d+)/.exec(message)?.[1];

it('the record of a stopped change goes once the rest of it has a good end', async () => {
  user.choose = typing;
  expect(await resume()).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.includes('.fleet'))).toEqual([]);
  expect([...sandbox.state.buckets.values()].map(({ encryption }) => encryption?.algorithm)).toEqual([
    'AES256',
    'aws:kms',
    'aws:kms',
  ]);
});

it('the user is told how a change ended also where its record, and that of the one before, cannot be taken away', async () => {
  user.choose = typing;
  const busy = new Error('EBUSY: resource busy or locked');
  vi.mocked(rm).mockRejectedValueOnce(busy).mockRejectedValueOnce(busy);
  await resume();
  expect(user.told).toContain('2 applied and verified.');
  expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
});

it('the record of a stopped change keeps the buckets of the rest that have no good end', async () => {
  user.choose = typing;
  expect(await resume({ ...refusing(403, 'AccessDenied'), bucket: 'two' })).toEqual([['two']]);
});
