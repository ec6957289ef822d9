import { randomUUID } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The ending of a run's file: the change of one bucket. */
export const runEnding = '.jsonl';

/** The ending of the record of a change of many buckets. */
export const fleetEnding = '.fleet';

/** The ending, behind the whole of its name, of the file that lies beside one of these while somebody is at it. */
export const lockEnding = '.lock';

/** The path of a new file. Its name begins with the time, so that names sort as changes do. */
export function newFile(folder: string, ending: string, about = ''): string {
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const parts = [stamp, about.replace(/[^\w.-]/g, '_'), randomUUID().slice(0, 8)];
  return join(folder, parts.filter(Boolean).join('_') + ending);
}

/** The paths of the files with this ending, the oldest first; none where there is no folder. Rejects where it can't be read. */
export async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(nothingThere);
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Adds a text to a file, of which nobody but the user may read a new one; it survives a crash once this resolves. `ax`: only to
 * a new one.
 */
export async function appendSynced(file: string, text: string, flags: 'a' | 'ax' = 'a'): Promise<void> {
  const handle = await open(file, flags, 0o600);
  try {
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So many files are open at once: nothing is ever cleared away here, and a change that is under way needs descriptors too. */
const openAtOnce = 32;

/** Does a work that opens a file with each of these, a few at once. Gives what the work gave, in their order. */
export async function withEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < items.length; from += openAtOnce)
    done.push(...(await Promise.all(items.slice(from, from + openAtOnce).map(work))));
  return done;
}

/** The lines of a text up to the last one that is whole. What is behind it is torn: it was never told to anybody as written. */
export function wholeLines(text: string): string[] {
  const lines = text.split('\n');
  return lines.slice(0, lines.findLastIndex((line) => parseLine(line) !== undefined) + 1);
}

/** The value of a line; undefined for one that is torn. No piece of an object or a string is JSON but the whole. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
