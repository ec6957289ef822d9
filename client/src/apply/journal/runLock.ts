import { rmSync, writeFileSync } from 'node:fs';
import { readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { filesIn, lockEnding, withEach } from './journalFiles.ts';

/** How often a lock's file is touched, and how long it may go untouched, in milliseconds. */
export interface Beat {
  readonly every: number;
  readonly patience: number;
}

const usualBeat: Beat = { every: 5_000, patience: 20_000 };

/** A program that is at a run. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** This program. */
export function owner(): Owner {
  return { pid: process.pid, host: hostname() };
}

/** Marks a run as being worked on, until it is released or this program ends. Throws where another one is at it. */
export function holdLock(run: string, { every }: Beat = usualBeat): { release(): void } {
  const file = run + lockEnding;
  writeFileSync(file, JSON.stringify(owner()), { flag: 'wx', mode: 0o600 });
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), every);
  beat.unref();
  return {
    release: () => {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}

/**
 * True while a program is at the run, of this window or another one. A program of this machine that has ended holds
 * nothing. One that seems to live must be heard: its number can have passed to another, and the machine can have slept, so
 * silence is listened to once more.
 */
export async function isHeld(run: string, beat: Beat = usualBeat): Promise<boolean> {
  const file = run + lockEnding;
  const holder = await readOwner(file);
  if (holder === 'nobody') return false;
  if (holder !== 'not-known' && holder.host === hostname() && !isAlive(holder.pid)) return false;
  if (await isHeard(file, beat.patience)) return true;
  await pause(beat.every * 1.5);
  return isHeard(file, beat.patience);
}

/**
 * Takes away the locks beside files with this ending that nobody is at, but for those to keep: the programs of the others were
 * stopped at the very last, or first.
 */
export async function sweepLocks(folder: string, ending: string, kept: ReadonlySet<string>): Promise<void> {
  const locks = await filesIn(folder, ending + lockEnding);
  const ofOthers = locks.map((lock) => lock.slice(0, -lockEnding.length)).filter((file) => !kept.has(file));
  await withEach(ofOthers, async (file) => {
    if (!(await isHeld(file))) await rm(file + lockEnding, { force: true });
  });
}

async function readOwner(file: string): Promise<Owner | 'nobody' | 'not-known'> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    // One that is torn, or can't be read just now, is somebody's all the same.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'nobody' : 'not-known';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A program of another user's lives, and can't be asked.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isHeard(file: string, patience: number): Promise<boolean> {
  const touched = await stat(file).catch(() => undefined);
  return touched !== undefined && Date.now() - touched.mtimeMs < patience;
}
