import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleRun, unfinishedRuns } from '../../client/src/apply/execute/unfinished.ts';
import { listRuns } from '../../client/src/apply/journal/journalReader.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import { profileOf } from '../sandbox/profiles.mjs';
import { type Sandbox, start } from '../sandbox/server.ts';
import { newFolder } from '../support/folder.ts';

/** The sources as a program of its own, which can be killed. */
let program: string;

beforeAll(async () => {
  const folder = newFolder();
  program = join(folder, 'applyOnce.cjs');
  const entry = fileURLToPath(new URL('applyOnce.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', logLevel: 'error' });
});

let running: { child: ChildProcess; sandbox: Sandbox } | undefined;

afterAll(async () => {
  running?.child.kill('SIGKILL');
  await running?.sandbox.stop();
});

it.each([
  ['before-change', 'AES256', 'not-applied'],
  ['after-change', 'aws:kms', 'applied'],
] as const)('a kill between request and answer leaves what was there on disk: %s', async (when, algorithm, truth) => {
  const effect = { kind: 'silence', milliseconds: 60_000, when } as const;
  const sandbox = await start({ buckets: [{ name: 'mine' }], faults: [{ operation: 'PutBucketEncryption', effect }] });
  const folder = newFolder();
  const child = fork(program, [sandbox.url, folder], { env: environment(folder) });
  running = { child, sandbox };
  while (!sandbox.requests.some(({ operation }) => operation === 'PutBucketEncryption')) await pause(5);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await listRuns(folder)).toMatchObject([
    {
      state: 'unfinished',
      before: {
        account: '111122223333',
        bucket: 'mine',
        before: { sseAlgorithm: 'AES256', blockedEncryptionTypes: ['SSE-C'] },
        request: { configuration: { sseAlgorithm: 'aws:kms', blockedEncryptionTypes: ['SSE-C'] } },
      },
    },
  ]);
  expect(sandbox.state.buckets.get('mine')?.encryption?.algorithm).toBe(algorithm);
  sharedFiles({ credentials: profileOf('dev') });
  const aws = await openAt(sandbox.url, { region: 'us-east-1' });
  const [stopped] = await unfinishedRuns(folder);
  const patience = { waits: [0], limit: 5000 };
  const another = await start({ buckets: [{ name: 'mine' }] });
  const elsewhere = await openAt(another.url, { region: 'us-east-1' });
  const hosts = { was: new URL(sandbox.url).host, is: new URL(another.url).host };
  expect(stopped && (await settleRun(elsewhere, stopped, { patience }))).toEqual({ differs: 'host', ...hosts });
  expect(another.requests).toEqual([]);
  elsewhere.close();
  await another.stop();
  expect(stopped && (await settleRun(aws, stopped, { patience }))).toBe(truth);
  expect(await unfinishedRuns(folder)).toEqual([]);
  expect(await listRuns(folder)).toMatchObject([{ finished: { result: `unknown-${truth}` } }]);
  aws.close();
  await sandbox.stop();
});

function environment(folder: string): NodeJS.ProcessEnv {
  const file = join(folder, 'credentials');
  writeFileSync(file, profileOf('dev'));
  return {
    PATH: process.env.PATH,
    HOME: folder,
    AWS_SHARED_CREDENTIALS_FILE: file,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
