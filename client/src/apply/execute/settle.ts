import type { PresentEncryption } from '../../aws/encryption.ts';
import type { Answer, Failure } from '../../aws/failure.ts';
import type { AnsweredEntry, FinishedEntry, RecordedFailure } from '../journal/journalEntries.ts';
import type { Plan } from '../plan/plan.ts';
import type { NotVisible, RefusedOutcome, SentOutcome, Unknown } from './outcome.ts';
import { foundBy, type ReadBack } from './readBack.ts';
import type { Sent } from './sendRequest.ts';

/** What it came to, without the journal that it is written to. */
type Settled = SentOutcome | RefusedOutcome extends infer Each
  ? Each extends SentOutcome | RefusedOutcome
    ? Omit<Each, 'journal' | 'journalFault'>
    : never
  : never;

/** What it came to: the answer to the request, and what the bucket showed, which is only read where it matters. */
export function outcomeOf(plan: Plan, { answer, refusal }: Sent, seen: ReadBack | undefined): Settled {
  if (refusal) return { kind: 'refused', refusal };
  if (!answer.ok && answer.failure.unsettled && seen) return unknown(plan, answer.failure, seen);
  const id = answer.ok && answer.requestId !== undefined ? { requestId: answer.requestId } : {};
  if (seen?.isShown && seen.last.ok) return { kind: 'applied-and-verified', after: seen.last.value, ...id };
  return answer.ok ? notVisible(id, seen?.last) : { kind: 'failed', failure: answer.failure };
}

/** The line for PutBucketEncryption's answer. */
export function recordOfAnswer(answer: Answer<void>): AnsweredEntry {
  if (!answer.ok) return { step: 'answered', failure: recorded(answer.failure) };
  return { step: 'answered', ...(answer.requestId !== undefined && { requestId: answer.requestId }) };
}

/** The last line. */
export function recordOf(settled: Settled): FinishedEntry {
  if (settled.kind === 'refused' && settled.refusal.reason === 'unreadable') {
    return { step: 'finished', result: 'unknown-unreadable' };
  }
  if (settled.kind === 'failed' || settled.kind === 'refused') return { step: 'finished', result: 'failed' };
  const { after } = settled;
  const result = settled.kind === 'unknown' ? (`unknown-${settled.found}` as const) : settled.kind;
  return { step: 'finished', result, ...(after !== undefined && { after }) };
}

function notVisible(id: { requestId?: string }, last: Answer<PresentEncryption> | undefined): NotVisible {
  if (!last) return { kind: 'applied-not-visible', ...id };
  return { kind: 'applied-not-visible', ...id, ...readPart(last) };
}

function unknown({ before, target }: Plan, failure: Failure, seen: ReadBack): Unknown {
  const found = foundBy(seen, before, target.bucket.type);
  return { kind: 'unknown', failure, found, ...readPart(seen.last) };
}

function readPart(last: Answer<PresentEncryption>): Pick<NotVisible, 'after' | 'readFailure'> {
  return last.ok ? { after: last.value } : { readFailure: last.failure };
}

function recorded({ kind, code, status, requestId, unsettled }: Failure): RecordedFailure {
  return {
    kind,
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(requestId !== undefined && { requestId }),
    ...(unsettled && { unsettled }),
  };
}
