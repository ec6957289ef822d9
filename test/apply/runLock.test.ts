import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockEnding } from '../../client/src/apply/journal/journalFiles.ts';
import { holdLock, isHeld } from '../../client/src/apply/journal/runLock.ts';
import { newFolder } from '../support/folder.ts';

const beat = { every: 10, patience: 2_000 };
const newRun = () => join(newFolder(), 'run.jsonl');

/** A lock as another program would have left it, last touched so many milliseconds ago. */
function leave(run: string, text: string, ago = 0): void {
  writeFileSync(run + lockEnding, text);
  const time = new Date(Date.now() - ago);
  utimesSync(run + lockEnding, time, time);
}

it('a run is held until it is released', async () => {
  const run = newRun();
  expect(await isHeld(run, beat)).toBe(false);
  const lock = holdLock(run, beat);
  expect(await isHeld(run, beat)).toBe(true);
  lock.release();
  expect(await isHeld(run, beat)).toBe(false);
  expect(existsSync(run + lockEnding)).toBe(false);
});

it('a run is held by one alone', async () => {
  const run = newRun();
  const lock = holdLock(run, beat);
  expect(() => holdLock(run, beat)).toThrow('EEXIST');
  lock.release();
});

it('a program of this machine that has ended holds nothing, however fresh its lock', async () => {
  const run = newRun();
  leave(run, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
  expect(await isHeld(run, beat)).toBe(false);
});

it('a number that lives, but is not heard, is another program’s by now', async () => {
  const run = newRun();
  leave(run, JSON.stringify({ pid: process.pid, host: hostname() }), 60_000);
  expect(await isHeld(run, beat)).toBe(false);
});

it('a program that slept is heard again', async () => {
  const run = newRun();
  const lock = holdLock(run, beat);
  const time = new Date(Date.now() - 60_000);
  utimesSync(run + lockEnding, time, time);
  expect(await isHeld(run, { ...beat, every: 200 })).toBe(true);
  lock.release();
});

it.each([JSON.stringify({ pid: 1, host: 'another-machine' }), 'torn {'])(
  'of a program elsewhere only its beat tells: %s',
  async (text) => {
    const run = newRun();
    leave(run, text);
    expect(await isHeld(run, beat)).toBe(true);
    leave(run, text, 60_000);
    expect(await isHeld(run, beat)).toBe(false);
  },
);

it('a lock that cannot be read is somebody’s', async () => {
  const run = newRun();
  mkdirSync(run + lockEnding);
  expect(await isHeld(run, beat)).toBe(true);
});
