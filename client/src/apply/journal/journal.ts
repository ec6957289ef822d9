import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeEntry, type JournalEntry, journalVersion } from './journalEntries.ts';
import { holdLock, owner } from './runLock.ts';

/** Keeps what was there before on disk. */
export interface Journal {
  /** Begins a run. Once it resolves, the entry survives a crash of the machine. Rejects where it can't be written. */
  begin(entry: BeforeEntry): Promise<Run>;
}

/** The journal of one change of one bucket. */
export interface Run {
  /** The path of its file. */
  readonly file: string;
  /** Adds a line that survives a crash, once this resolves. */
  record(entry: JournalEntry): Promise<void>;
  /** Removes the file: nothing was sent. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A journal with a file a run in this folder, which is made where it is missing. Nobody but the user may read it. While a
 * run is worked on, a lock lies beside its file.
 */
export function journalIn(folder: string): Journal {
  return {
    begin: async (entry) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, fileName(entry.bucket, new Date()));
      const lock = await holdLock(file);
      const handle = await open(file, 'ax', 0o600).catch(async (error) => {
        await lock.release();
        throw error;
      });
      const run = runIn(file, handle, lock);
      try {
        await run.record({ ...entry, owner: owner() });
        await syncFolder(folder);
      } catch (error) {
        await run.discard();
        throw error;
      }
      return run;
    },
  };
}

/** By time, so that names sort as runs do. */
function fileName(bucket: string, time: Date): string {
  const stamp = time.toISOString().replaceAll(':', '-');
  return `${stamp}_${bucket.replace(/[^\w.-]/g, '_')}_${randomUUID().slice(0, 8)}.jsonl`;
}

function runIn(file: string, handle: FileHandle, lock: { release(): Promise<void> }): Run {
  return {
    file,
    record: async (entry) => {
      const line = { v: journalVersion, time: new Date().toISOString(), ...entry };
      await handle.appendFile(`${JSON.stringify(line)}\n`);
      await handle.sync();
    },
    discard: async () => {
      await handle.close();
      await rm(file, { force: true });
      await lock.release();
    },
    close: async () => {
      await handle.close();
      await lock.release();
    },
  };
}

/** Makes the file's name survive too. Windows has no such call for folders and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
