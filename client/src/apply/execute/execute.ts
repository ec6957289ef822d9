import type { Aws } from '../../aws/aws.ts';
import type { Answer } from '../../aws/failure.ts';
import { failedChecks } from '../checks/checks.ts';
import { isSame } from '../compare.ts';
import type { Journal, Run } from '../journal/journal.ts';
import type { BeforeEntry } from '../journal/journalEntries.ts';
import { checkFailed, type Plan, type Refusal, unreadable } from '../plan/plan.ts';
import type { Outcome, RefusedOutcome, SentOutcome } from './outcome.ts';
import { type ReadBackPatience, readBack, readBackPatience } from './readBack.ts';
import { outcomeOf, recordOf, recordOfAnswer } from './settle.ts';

/** What carrying out a plan needs of AWS. */
export type AwsToChange = Pick<Aws, 'getEncryption' | 'putEncryption'>;

/** A step that begins, for the user who waits. */
export type Progress =
  | { readonly step: 'checking' | 'sending' }
  | { readonly step: 'reading'; readonly reading: number };

export interface ExecuteOptions {
  readonly aws: AwsToChange;
  readonly journal: Journal;
  /**
   * Before anything is sent, an abort leaves nothing. On the way it leaves the request to its fate, which is then read off
   * the bucket. After the answer it ends the waiting, and the bucket is read once more.
   */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly patience?: ReadBackPatience | undefined;
}

/**
 * Carries out a plan: checks that the bucket is still as planned, writes what it has to disk, sends the request, and reads
 * until the bucket shows it. Never throws for what AWS, the disk or the user refuses.
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

/** What keeps the plan from being carried out, seen now: minutes can have passed since it was made. */
async function obstacleTo({ target, before }: Plan, { aws, signal }: ExecuteOptions): Promise<Outcome | undefined> {
  const now = await aws.getEncryption(target.bucket.name, signal);
  if (signal?.aborted || isCancelled(now)) return { kind: 'cancelled' };
  if (!now.ok) return refused(unreadable(now.failure));
  if (isSame(now.value, before, target.bucket.type)) return undefined;
  const message = 'The bucket has been changed since the plan was made';
  return refused({ reason: 'changed', message, advice: 'Look at the differences again' });
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
  const { aws, signal, onProgress, patience = readBackPatience } = options;
  if (signal?.aborted) return withdraw(run);
  onProgress?.({ step: 'sending' });
  const answer = await aws.putEncryption(plan.request, signal);
  if (isCancelled(answer)) return withdraw(run);
  const faults: string[] = [];
  const record = (entry: Parameters<Run['record']>[0]) =>
    run.record(entry).catch((error: Error) => faults.push(error.message));
  await record(recordOfAnswer(answer));
  const onReading = (reading: number) => onProgress?.({ step: 'reading', reading });
  // A request without an answer may still be on its way: only the whole of the patience tells that it was not done.
  const ender = answer.ok ? signal : undefined;
  const isDone = !answer.ok && !answer.failure.unsettled;
  const seen = isDone ? undefined : await readBack(aws, plan, { patience, signal: ender, onReading });
  const outcome: SentOutcome = { ...outcomeOf(plan, answer, seen), journal: run.file };
  await record(recordOf(outcome));
  return faults[0] === undefined ? outcome : { ...outcome, journalFault: faults[0] };
}

/** True where the user cancelled before anything was sent: a signal, or no MFA code when he was asked for one. */
function isCancelled(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.failure.kind === 'cancelled' && !answer.failure.unsettled;
}

/** Nothing was sent, so there is nothing to tell of. */
async function withdraw(run: Run): Promise<Outcome> {
  await run.discard();
  return { kind: 'cancelled' };
}

function refused(refusal: Refusal): RefusedOutcome {
  return { kind: 'refused', refusal };
}

function beforeEntry({ target, before, request }: Plan): BeforeEntry {
  const { bucket, ...rest } = target;
  return { step: 'before', ...rest, bucket: bucket.name, bucketType: bucket.type, before, request };
}
