import { appendFileSync, closeSync, fstatSync, fsync, ftruncateSync, openSync, rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type BeforeEntry, type JournalEntry, lineOf } from './journalEntries.ts';
import { newFile, runEnding } from './journalFiles.ts';
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
  /** Removes the file: nothing was sent. The run is closed, too. */
  discard(): Promise<void>;
  /** Does nothing to a run that is closed. */
  close(): Promise<void>;
}

/** The one step that waits for the disk. The others take less time than to hand them to another thread. */
const sync = promisify(fsync);

/**
 * A journal with a file a run in this folder, which is made where it is missing. Nobody but the user may read it. While a
 * run is worked on, a lock lies beside its file.
 */
export function journalIn(folder: string): Journal {
  const syncNames = together(() => syncFolder(folder));
  return {
    begin: async (entry) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = newFile(folder, runEnding, entry.bucket);
      const run = openRun(file);
      try {
        await run.record({ ...entry, owner: owner() });
        await syncNames();
      } catch (error) {
        await run.discard();
        throw error;
      }
      return run;
    },
  };
}

function openRun(file: string): Run {
  const lock = holdLock(file);
  let handle: number;
  try {
    handle = openSync(file, 'ax', 0o600);
  } catch (error) {
    lock.release();
    throw error;
  }
  let isOpen = true;
  // Once: by the second time its number can be that of another file.
  const close = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    file,
    record: async (entry) => {
      append(handle, lineOf(entry));
      await sync(handle);
    },
    discard: async () => {
      close();
      rmSync(file, { force: true });
      lock.release();
    },
    close: async () => {
      close();
      lock.release();
    },
  };
}

/** Adds the whole line or throws. What a full disk leaves of one is taken back: the next line would be glued to it. */
function append(handle: number, line: string): void {
  const { size } = fstatSync(handle);
  try {
    appendFileSync(handle, line);
  } catch (error) {
    ftruncateSync(handle, size);
    throw error;
  }
}

/**
 * Does a work once for all who ask for it before it begins: runs that begin at once share one syncing of their folder. Who asks
 * while it is under way waits for the next, since this one may have been too early for him.
 */
function together(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const begin = () => {
    next = undefined;
    last = work();
    return last;
  };
  return () => {
    next ??= last.then(begin, begin);
    return next;
  };
}

/** Makes the files' names survive too. Windows has no such call for folders and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
