import { appendFileSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import type { BucketType } from '../../../../server/src/protocol.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import {
  appendSynced,
  filesIn,
  fleetEnding,
  lockEnding,
  newFile,
  parseLine,
  withEach,
} from '../journal/journalFiles.ts';
import { holdLock, isHeld, sweepLocks } from '../journal/runLock.ts';
import type { Desired } from '../plan/request.ts';
import type { Place } from '../whereabouts.ts';
import type { FleetResult } from './fleetResult.ts';

/** What was asked for: enough to ask for the rest of it again. */
export interface FleetOrder {
  readonly profile?: string;
  readonly account?: string;
  readonly region: string;
  /** The host that leads to the first of the buckets from this Region; records of earlier versions have none. */
  readonly host?: string;
  readonly buckets: readonly Bucket[];
  /** The configuration as each type of bucket can have it. */
  readonly desired: Readonly<Partial<Record<BucketType, Desired>>>;
}

/** The record of a change of many buckets while it is carried out: there is none of one that has ended. */
export interface FleetRecord {
  /** Notes how it ended for a bucket. What can't be noted is looked at again. */
  note(result: FleetResult): void;
  /** It has ended, and its report is somebody's: the record goes, where the disk lets it. */
  close(): Promise<void>;
}

/** A change of many buckets that a crash stopped, and the buckets of it that have no good end. */
export interface StoppedFleet {
  readonly file: string;
  readonly order: FleetOrder;
  readonly left: readonly Bucket[];
}

/** Where such a change was made; undefined where it is of no bucket. */
export function placeOf({ buckets: [first], host, account }: FleetOrder): Place | undefined {
  return first && { bucket: first.name, host, account };
}

const version = 1;

/** Writes to disk what will be done, beside the journal of each change. Rejects where it can't be written. */
export async function beginFleet(folder: string, order: FleetOrder): Promise<FleetRecord> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = newFile(folder, fleetEnding);
  const lock = holdLock(file);
  const close = async () => {
    // What can't be taken away is looked at again; how it ended is known all the same.
    await rm(file, { force: true }).catch(() => {});
    lock.release();
  };
  try {
    await appendSynced(file, `${JSON.stringify({ v: version, ...order })}\n`, 'ax');
  } catch (error) {
    await close();
    throw error;
  }
  return { note: (result) => noteIn(file, result), close };
}

/**
 * Good ends alone count; a line that a crash of the machine takes costs no more than a reading of its bucket. A line begins with
 * its break: one that is torn spoils none behind it.
 */
function noteIn(file: string, { bucket, status }: FleetResult): void {
  if (status !== 'applied-and-verified' && status !== 'unchanged') return;
  try {
    appendFileSync(file, `\n${JSON.stringify(bucket.name)}`);
  } catch {
    // The disk is full: the bucket counts as not ended.
  }
}

/**
 * The changes of many buckets that nobody is at and that have no end, the oldest first. The records of those that were stopped at
 * the very last, with a good end of each bucket, are taken away.
 */
export async function stoppedFleets(folder: string): Promise<StoppedFleet[]> {
  const files = await filesIn(folder, fleetEnding);
  const read = await withEach(files, readStopped);
  const fleets = read.filter((fleet) => fleet !== undefined);
  await withEach(fleets.filter(hasEnded), forgetIfPossible);
  await sweepLocks(folder, fleetEnding, new Set(files));
  return fleets.filter((fleet) => !hasEnded(fleet));
}

/** Notes what came of buckets that were left, and takes the record away, where it can, once it has a good end of each. */
export async function noteRest(fleet: StoppedFleet, results: readonly FleetResult[]): Promise<void> {
  for (const result of results) noteIn(fleet.file, result);
  const now = await readRecord(fleet.file);
  if (now && hasEnded(now)) await forgetIfPossible(now);
}

function hasEnded({ left }: StoppedFleet): boolean {
  return left.length === 0;
}

/** What can't be taken away now is with the next look. */
async function forgetIfPossible(fleet: StoppedFleet): Promise<void> {
  await forgetFleet(fleet).catch(() => {});
}

/** Takes a record away: its rest is somebody else's now, or nobody's. */
export async function forgetFleet({ file }: StoppedFleet): Promise<void> {
  await rm(file, { force: true });
  await rm(file + lockEnding, { force: true });
}

/** Undefined while somebody is at it. */
async function readStopped(file: string): Promise<StoppedFleet | undefined> {
  return (await isHeld(file)) ? undefined : readRecord(file);
}

/**
 * Undefined once it has ended, and for one that never came to its first line, that another version wrote, or that can't be
 * read.
 */
async function readRecord(file: string): Promise<StoppedFleet | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [first, ...rest] = text.split('\n').map(parseLine);
  const order = first as (FleetOrder & { readonly v: number }) | undefined;
  if (order?.v !== version) return undefined;
  const ended = new Set(rest);
  return { file, order, left: order.buckets.filter(({ name }) => !ended.has(name)) };
}
