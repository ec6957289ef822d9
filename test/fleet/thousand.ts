import { once } from 'node:events';
import type { Fault } from '../sandbox/faults.ts';
import { start } from '../sandbox/server.ts';
import { newFolder } from '../support/folder.ts';
import type { FleetReport } from './fleetChild.ts';
import { startFleet } from './fleetProgram.ts';

/** A run over many buckets: what it told, and what the server saw. */
export interface FleetMeasure extends FleetReport {
  readonly buckets: number;
  readonly calls: number;
  /** Buckets that truly have the new configuration. */
  readonly changed: number;
}

/** Runs over so many buckets, with these faults. */
export async function measureFleet(program: string, buckets: number, faults: readonly Fault[]): Promise<FleetMeasure> {
  const names = namesOf(buckets);
  const sandbox = await start({ buckets: names.map((name) => ({ name })), faults });
  const child = startFleet(program, { endpoint: sandbox.url, folder: newFolder(), buckets: names, answerMs: 5_000 });
  const [report] = (await once(child, 'message')) as [FleetReport];
  const changed = [...sandbox.state.buckets.values()].filter(({ encryption }) => encryption?.algorithm === 'aws:kms');
  const calls = sandbox.requests.length;
  await sandbox.stop();
  return { buckets, calls, changed: changed.length, ...report };
}

/** How long the calls of such a run take by the same SDK, with nothing beside them, in milliseconds; and how many they are. */
export async function measureCallsAlone(
  program: string,
  buckets: number,
  faults: readonly Fault[] = [],
): Promise<{ ms: number; calls: number }> {
  const names = namesOf(buckets);
  const sandbox = await start({ buckets: names.map((name) => ({ name })), faults });
  const child = startFleet(program, { endpoint: sandbox.url, folder: newFolder(), buckets: names, answerMs: 30_000 });
  const [ms] = (await once(child, 'message')) as [number];
  const calls = sandbox.requests.length;
  await sandbox.stop();
  return { ms, calls };
}

/** A fault for every tenth bucket, of all kinds in turn. */
export function tenthFaults(buckets: number): Fault[] {
  return namesOf(buckets)
    .filter((_each, index) => index % 10 === 0)
    .map(
      (bucket, index): Fault => ({ bucket, operation: 'PutBucketEncryption', ...kinds[index % kinds.length] }) as Fault,
    );
}

/** Every answer comes so many milliseconds late, as from a server that is far away. */
export function answersAfter(milliseconds: number): Fault[] {
  const operations = ['GetBucketEncryption', 'PutBucketEncryption', 'GetBucketTagging', 'GetBucketPolicy'] as const;
  const effect = { kind: 'latency', milliseconds } as const;
  return operations.map((operation): Fault => ({ operation, times: Number.POSITIVE_INFINITY, effect }));
}

/** The token expires half-way, for good. */
export function expiryAfter(calls: number): Fault[] {
  const effect = { kind: 'refuse', status: 400, code: 'ExpiredToken' } as const;
  return [{ operation: 'PutBucketEncryption', nth: calls, times: Number.POSITIVE_INFINITY, effect }];
}

const kinds: readonly (Pick<Fault, 'effect'> & Partial<Fault>)[] = [
  { effect: { kind: 'refuse', status: 503, code: 'SlowDown' }, times: 2 },
  { effect: { kind: 'refuse', status: 409, code: 'OperationAborted' } },
  { effect: { kind: 'refuse', status: 500, code: 'InternalError' } },
  { effect: { kind: 'reset', when: 'before-change' } },
  { effect: { kind: 'reset', when: 'after-change' } },
  { effect: { kind: 'silence', milliseconds: 30_000, when: 'before-change' } },
  { effect: { kind: 'silence', milliseconds: 30_000, when: 'after-change' } },
  { operation: 'GetBucketEncryption', effect: { kind: 'refuse', status: 301, code: 'PermanentRedirect' } },
];

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_each, index) => `bucket-${String(index).padStart(4, '0')}`);
}
