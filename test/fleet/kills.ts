import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { settleRun, unfinishedRuns } from '../../client/src/apply/execute/unfinished.ts';
import { listRuns } from '../../client/src/apply/journal/journalReader.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import { profileOf } from '../sandbox/profiles.mjs';
import { type Sandbox, start } from '../sandbox/server.ts';
import { newFolder } from '../support/folder.ts';
import { startFleet } from './fleetProgram.ts';

/** What was found after a kill. */
export interface Kill {
  /** After how many requests the program was killed. */
  readonly after: number;
  /** Buckets that had been changed by then, and how many of those had what they had before on disk. */
  readonly changed: number;
  readonly onDisk: number;
  /** Runs that had no end, and of how many of those the bucket's state was told right. */
  readonly unfinished: number;
  readonly toldRight: number;
  /** Runs that claimed an end that the bucket does not show. */
  readonly lies: number;
}

/** The buckets of a run. */
export const names = Array.from({ length: 20 }, (_each, index) => `bucket-${index}`);

/** Kills a run over 20 buckets once the server has seen so many requests, and sees what is left. */
export async function killAfter(program: string, after: number): Promise<Kill> {
  const sandbox = await start({ buckets: names.map((name) => ({ name })) });
  const folder = newFolder();
  const child = startFleet(program, { endpoint: sandbox.url, folder, buckets: names, answerMs: 10_000 });
  const ended = once(child, 'exit');
  while (child.exitCode === null && sandbox.requests.length < after) await pause(1);
  child.kill('SIGKILL');
  await ended;
  // What was on its way when the program died has arrived now, or never will.
  await pause(20);
  const kill = { after, ...(await lookAfter(sandbox, folder)) };
  await sandbox.stop();
  return kill;
}

async function lookAfter(sandbox: Sandbox, folder: string): Promise<Omit<Kill, 'after'>> {
  const isChanged = (name: string) => sandbox.state.buckets.get(name)?.encryption?.algorithm === 'aws:kms';
  const changed = names.filter(isChanged);
  const runs = await listRuns(folder);
  const kept = runs.filter(({ before }) => hasWhatWas(before?.before)).map(({ before }) => before?.bucket);
  const claims = runs.filter(({ finished }) => finished?.result === 'applied-and-verified');
  const lies = claims.filter(({ before }) => before === undefined || !isChanged(before.bucket)).length;
  const stopped = await unfinishedRuns(folder);
  const toldRight = await settleAll(sandbox, stopped, isChanged);
  const onDisk = changed.filter((name) => kept.includes(name)).length;
  return { changed: changed.length, onDisk, unfinished: stopped.length, toldRight, lies };
}

async function settleAll(
  sandbox: Sandbox,
  stopped: Awaited<ReturnType<typeof unfinishedRuns>>,
  isChanged: (name: string) => boolean,
): Promise<number> {
  sharedFiles({ credentials: profileOf('dev') });
  const aws = await openAt(sandbox.url, { region: 'us-east-1', timeouts: { connectMs: 5_000, answerMs: 5_000 } });
  let right = 0;
  for (const run of stopped) {
    const truth = await settleRun(aws, run, { patience: { waits: [0], limit: 5_000 } });
    if (truth === (isChanged(run.before.bucket) ? 'applied' : 'not-applied')) right += 1;
  }
  aws.close();
  return right;
}

function hasWhatWas(before: unknown): boolean {
  return JSON.stringify(before) === wasBefore;
}

const wasBefore = JSON.stringify({
  sseAlgorithm: 'AES256',
  bucketKeyEnabled: false,
  blockedEncryptionTypes: ['SSE-C'],
});

/** How many requests a run over the buckets makes where nothing stops it. */
export async function requestsOfWholeRun(program: string): Promise<number> {
  const sandbox = await start({ buckets: names.map((name) => ({ name })) });
  const child = startFleet(program, { endpoint: sandbox.url, folder: newFolder(), buckets: names, answerMs: 10_000 });
  await once(child, 'exit');
  const { length } = sandbox.requests;
  await sandbox.stop();
  return length;
}
