import { readFile } from 'node:fs/promises';
import {
  type AnsweredEntry,
  type BeforeEntry,
  type FinishedEntry,
  type JournalEntry,
  type JournalLine,
  journalVersion,
} from './journalEntries.ts';
import { filesIn, parseLine, runEnding, wholeLines, withEach } from './journalFiles.ts';

/** What a run's file tells. */
export interface RecordedRun {
  readonly file: string;
  /**
   * `never-begun`: its first line is not whole, so nothing was sent. `unfinished`: the request may have been sent; only
   * the bucket tells. `unreadable`: the file can't be read, or wasn't written by a version that is known here.
   */
  readonly state: 'finished' | 'unfinished' | 'never-begun' | 'unreadable';
  readonly before?: JournalLine<BeforeEntry>;
  readonly answered?: JournalLine<AnsweredEntry>;
  readonly finished?: JournalLine<FinishedEntry>;
}

/** A run whose first line is whole: it may have changed its bucket, and what there was before is known. */
export type BegunRun = RecordedRun & { readonly before: JournalLine<BeforeEntry> };

/** The runs of a journal's folder, the newest first; none where there is no folder. Rejects where that can't be read. */
export async function listRuns(folder: string): Promise<RecordedRun[]> {
  const files = (await filesIn(folder, runEnding)).reverse();
  const runs = await withEach(files, lookAtRun);
  return runs.filter((run) => run !== undefined);
}

/** What a run's file tells now; undefined where there is none any more, as of a run that was cancelled. Never rejects. */
export async function lookAtRun(file: string): Promise<RecordedRun | undefined> {
  try {
    return readRun(file, await readFile(file, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { file, state: 'unreadable' };
  }
}

/** Reads the text of a run's file. Its last line may be torn: whoever wrote it was stopped, and what it says has not counted. */
export function readRun(file: string, text: string): RecordedRun {
  const values = wholeLines(text).map(parseLine);
  if (values.length === 0) return { file, state: 'never-begun' };
  const entries = values.filter(isEntry);
  const before = entries.find((entry) => entry.step === 'before');
  if (!before || entries.length < values.length) return { file, state: 'unreadable' };
  const answered = entries.find((entry) => entry.step === 'answered');
  const finished = entries.find((entry) => entry.step === 'finished');
  const state = finished ? 'finished' : 'unfinished';
  return { file, state, before, ...(answered && { answered }), ...(finished && { finished }) };
}

const steps: ReadonlySet<string> = new Set<JournalEntry['step']>(['before', 'answered', 'finished']);

/** False for the lines of other versions. */
function isEntry(value: unknown): value is JournalLine {
  if (typeof value !== 'object' || value === null) return false;
  return 'v' in value && value.v === journalVersion && 'step' in value && steps.has(String(value.step));
}
