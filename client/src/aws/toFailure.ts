import { adviceFor, isOwnerInDoubt, type Phase } from './advice.ts';
import { type ErrorFacts, factsOf } from './errorFacts.ts';
import type { Failure, FailureKind, Operation } from './failure.ts';
import { isBeforeSending, kindOfCall, kindOfCredentials, signInFor } from './failureKinds.ts';

/** What a thrown thing means for the user. */
export function toFailure(error: unknown, operation: Operation, phase: Phase = 'call'): Failure {
  const facts = factsOf(error);
  const kind = phase === 'call' ? kindOfCall(facts) : kindOfCredentials(facts);
  const code = facts.code || facts.name;
  const signIn = signInFor(kind, facts.message);
  return {
    kind,
    message: messageOf(kind, facts),
    advice: adviceFor(kind, { facts, operation, phase }),
    ...(code && kind !== 'cancelled' && !namesNothing.has(code) && { code }),
    ...(facts.status && { status: facts.status }),
    ...(facts.requestId && { requestId: facts.requestId }),
    ...(facts.region && { region: facts.region }),
    ...(signIn && { signIn }),
    ...(isOwnerInDoubt(kind, { facts, operation, phase }) && { ownerInDoubt: true as const }),
    ...(phase === 'call' && isUnsettled(kind, facts, operation) && { unsettled: true as const }),
  };
}

/** What the SDK calls an answer in which it finds no code, and what it says of one without a message: to HEAD there is no body. */
const namesNothing = new Set(['Error', 'Unknown', 'UnknownError', 'NotFound']);

/** What an answer without a message means, where its status alone tells. */
const meanings: Readonly<Partial<Record<FailureKind, string>>> = {
  'no-such-bucket': 'There is no bucket of this name',
  'access-denied': 'These credentials may not do that',
  'wrong-region': 'The bucket is in another Region',
};

/** AWS's words or Node's; ours where there are none, or the SDK speaks of its own inside. */
function messageOf(kind: FailureKind, { name, code, status, message }: ErrorFacts): string {
  if (kind === 'cancelled') return 'Cancelled';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'The connection broke before an answer came';
  if (kind === 'no-answer') return 'No answer came in time';
  if (kind === 'network' && name === 'TimeoutError') return 'No connection stood in time';
  if (status !== undefined && (namesNothing.has(name) || namesNothing.has(message)))
    return meanings[kind] ?? `The answer was HTTP status ${status}, without a message`;
  return message.split('\n', 1)[0] ?? message;
}

/** The failure of a call that was cancelled before anything of it was sent. */
export const cancelledBeforeSending: Failure = { kind: 'cancelled', message: 'Cancelled', advice: '' };

/** A write that may have been on its way when the line broke, or that made the server stumble, may have been done. */
function isUnsettled(kind: FailureKind, facts: ErrorFacts, { name }: Operation): boolean {
  const { status = 0 } = facts;
  if (name !== 'PutBucketEncryption') return false;
  if (kind === 'network') return !isBeforeSending(facts);
  return kind === 'no-answer' || kind === 'cancelled' || (kind === 'other' && (status < 300 || status >= 500));
}
