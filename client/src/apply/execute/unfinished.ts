import { readFile, rm, truncate } from 'node:fs/promises';
import type { Aws } from '../../aws/aws.ts';
import { type FinishedEntry, lineOf } from '../journal/journalEntries.ts';
import { appendSynced, lockEnding, runEnding, wholeLines, withEach } from '../journal/journalFiles.ts';
import { type BegunRun, listRuns, lookAtRun, type RecordedRun } from '../journal/journalReader.ts';
import { isHeld, sweepLocks } from '../journal/runLock.ts';
import { type AwsToPlace, type Elsewhere, whereabouts } from '../whereabouts.ts';
import { type Found, foundBy, type ReadBackPatience, readBack, readBackPatience } from './readBack.ts';

/** A run that was stopped: by a crash, a kill, a window that closed. Its request may have been sent. */
export type UnfinishedRun = BegunRun & { readonly state: 'unfinished' };

/** What became of an unfinished run's change, as the bucket tells; or that another place would have been asked for it. */
export type Truth = Found | Elsewhere;

/** What settling needs of AWS. */
export type AwsToSettle = Pick<Aws, 'getEncryption'> & AwsToPlace;

/** The runs that nobody is at and that have no end, the oldest first: in this order they touched their buckets. */
export async function unfinishedRuns(folder: string): Promise<UnfinishedRun[]> {
  const runs = (await listRuns(folder)).filter(isUnfinished).reverse();
  const looked = await withEach(runs, lookAgain);
  await sweepLocks(folder, runEnding, new Set(runs.map(({ file }) => file)));
  return looked.filter((run) => run !== undefined);
}

/** The run, where nobody is at it and it has no end: one that was at its end may have written it since its file was read. */
async function lookAgain({ file }: UnfinishedRun): Promise<UnfinishedRun | undefined> {
  if (await isHeld(file)) return undefined;
  const run = await lookAtRun(file);
  return run && isUnfinished(run) ? run : undefined;
}

/**
 * Reads the bucket of an unfinished run and says what became of the change; writes that into its journal, but where the
 * bucket can't be read, or where it isn't known to be that of the run: then the run stays unfinished.
 */
export async function settleRun(
  aws: AwsToSettle,
  run: UnfinishedRun,
  { signal, patience }: { readonly signal?: AbortSignal; readonly patience?: ReadBackPatience } = {},
): Promise<Truth> {
  const place = await whereabouts(aws, run.before, signal);
  if (place === 'not-known') return 'unreadable';
  return place === 'same' ? readTruth(aws, run, patience ?? patienceFor(run.before.time)) : place;
}

/** Not to be cut short: its request may be on its way, and only the whole of the patience tells that it was not done. */
async function readTruth(
  aws: Pick<Aws, 'getEncryption'>,
  { before, file }: UnfinishedRun,
  patience: ReadBackPatience,
): Promise<Truth> {
  const bucket = { name: before.bucket, type: before.bucketType };
  const seen = await readBack(aws, { request: before.request, target: { bucket } }, { patience, signal: undefined });
  const found = foundBy(seen, before.before, before.bucketType);
  if (seen.last.ok) await finish(file, { step: 'finished', result: `unknown-${found}`, after: seen.last.value });
  return found;
}

function isUnfinished(run: RecordedRun): run is UnfinishedRun {
  return run.state === 'unfinished' && run.before !== undefined;
}

/** A request that was on its way a moment ago may still arrive; one of long ago has arrived or never will. */
function patienceFor(time: string): ReadBackPatience {
  const isRecent = Date.now() - Date.parse(time) < readBackPatience.limit;
  return isRecent ? readBackPatience : { ...readBackPatience, waits: [0] };
}

/** Adds the last line, behind the last that is whole: a torn one has never counted, and would make this one unreadable. */
async function finish(file: string, entry: FinishedEntry): Promise<void> {
  const whole = wholeLines(await readFile(file, 'utf8')).join('\n');
  await truncate(file, Buffer.byteLength(whole));
  await appendSynced(file, `\n${lineOf(entry)}`);
  await rm(file + lockEnding, { force: true });
}
