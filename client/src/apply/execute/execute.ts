import type { Answer } from '../../aws/failure.ts';
import { failedChecks } from '../checks/checks.ts';
import type { Journal, Run } from '../journal/journal.ts';
import type { BeforeEntry } from '../journal/journalEntries.ts';
import { checkFailed, type Plan, type Refusal } from '../plan/plan.ts';
import { obstacleIn, obstacleInCaller } from './obstacle.ts';
import type { Outcome, RefusedOutcome } from './outcome.ts';
import { type ReadBack, type ReadBackPatience, readBack, readBackPatience } from './readBack.ts';
import { type AwsToChange, type Sent, sendRequest } from './sendRequest.ts';
import { outcomeOf, recordOf, recordOfAnswer } from './settle.ts';

/** A step that begins, for the user who waits. */
export type Progress =
  | { readonly step: 'checking' | 'sending' }
  | { readonly step: 'reading'; readonly reading: number };

/** Through whom, and who is told. */
export interface ExecuteOptions {
  readonly aws: AwsToChange;
  readonly journal: Journal;
  /**
   * Before anything is sent, an abort leaves nothing. On the way it leaves the request to its fate, which is then read off
   * the bucket, and so it does where AWS has refused it in passing. After the answer it ends the waiting, and the bucket is
   * read once more.
   */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly patience?: ReadBackPatience | undefined;
}

/**
 * Carries out a plan: checks that the bucket is still as planned, writes what it has to disk, sends the request as the account
 * that the plan shows, and reads until the bucket shows it. Never throws for what AWS, the disk or the user refuses.
 */
export async function execute(plan: Plan, options: ExecuteOptions): Promise<Outcome> {
  const { signal, journal, onProgress } = options;
  if (plan.isNoChange) return { kind: 'no-change' };
  const [failure] = failedChecks(plan.checks);
  if (failure) return refused(checkFailed(failure));
  if (signal?.aborted) return { kind: 'cancelled' };
  onProgress?.({ step: 'checking' });
  const obstacle = await obstacleTo(plan, options);
  if (obstacle) return obstacle;
  const begun = await begin(journal, plan);
  if (!begun.ok) return refused(begun.refusal);
  const { run } = begun;
  try {
    return await send(plan, run, options);
  } finally {
    await run.close().catch(() => {});
  }
}

/**
 * What keeps the plan from being carried out, seen now: minutes can have passed since it was made. The bucket is read last: who
 * calls by credentials that were renewed can take a while to know.
 */
async function obstacleTo(plan: Plan, { aws, signal }: ExecuteOptions): Promise<Outcome | undefined> {
  const stranger = await obstacleInCaller(aws, plan, signal);
  const refusal = stranger ?? obstacleIn(await aws.getEncryption(plan.target.bucket.name, signal), plan);
  if (signal?.aborted) return { kind: 'cancelled' };
  return refusal && keptBack(refusal);
}

async function begin(
  journal: Journal,
  plan: Plan,
): Promise<{ readonly ok: true; readonly run: Run } | { readonly ok: false; readonly refusal: Refusal }> {
  try {
    return { ok: true, run: await journal.begin(beforeEntry(plan)) };
  } catch (error) {
    const message = `What the bucket has could not be written to disk: ${(error as Error).message}`;
    return { ok: false, refusal: { reason: 'no-journal', message, advice: 'Make room, or give leave to write there' } };
  }
}

async function send(plan: Plan, run: Run, options: ExecuteOptions): Promise<Outcome> {
  const { aws, signal, onProgress } = options;
  // Once more: the reading can have had the credentials renewed.
  const obstacle = await obstacleInCaller(aws, plan, signal);
  if (signal?.aborted) return withdraw(run);
  if (obstacle) return withdraw(run, keptBack(obstacle));
  onProgress?.({ step: 'sending' });
  const sent = await sendRequest(plan, aws, signal);
  if (isCancelled(sent.answer) && !sent.seen) return withdraw(run);
  const faults: string[] = [];
  const record = (entry: Parameters<Run['record']>[0]) =>
    run.record(entry).catch((error: Error) => faults.push(error.message));
  await record(recordOfAnswer(sent.answer));
  const settled = outcomeOf(plan, sent, await look(plan, sent, options));
  await record(recordOf(settled));
  return { ...settled, journal: run.file, ...(faults[0] !== undefined && { journalFault: faults[0] }) };
}

/** What the bucket shows after the sending; undefined where nothing can have come of it. */
async function look(
  plan: Plan,
  { answer, seen }: Sent,
  { aws, signal, onProgress, patience = readBackPatience }: ExecuteOptions,
): Promise<ReadBack | undefined> {
  const isDone = !answer.ok && !answer.failure.unsettled;
  if (seen || isDone) return seen;
  const onReading = (reading: number) => onProgress?.({ step: 'reading', reading });
  // A request without an answer may still be on its way: only the whole of the patience tells that it was not done.
  return readBack(aws, plan, { patience, signal: answer.ok ? signal : undefined, onReading });
}

/** True where the user cancelled before anything was sent: a signal, or no MFA code when he was asked for one. */
function isCancelled(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.failure.kind === 'cancelled' && !answer.failure.unsettled;
}

/** Nothing was sent, so there is nothing to tell of. */
async function withdraw(run: Run, outcome: Outcome = { kind: 'cancelled' }): Promise<Outcome> {
  // What can't be removed is a run without an end, which its bucket settles.
  await run.discard().catch(() => {});
  return outcome;
}

/** The outcome of what kept a plan from being sent; the user has left where he gave no MFA code when he was asked for one. */
function keptBack(refusal: Refusal): Outcome {
  return refusal.failure?.kind === 'cancelled' ? { kind: 'cancelled' } : refused(refusal);
}

function refused(refusal: Refusal): RefusedOutcome {
  return { kind: 'refused', refusal };
}

function beforeEntry({ target, before, request }: Plan): BeforeEntry {
  const { bucket, ...rest } = target;
  return { step: 'before', ...rest, bucket: bucket.name, bucketType: bucket.type, before, request };
}
