import type { AwsCredentialIdentity } from '@smithy/types';
import type { Answer, FailureKind, Operation } from './failure.ts';
import { type IsStillDue, withRetries } from './retry.ts';
import type { Session } from './session.ts';
import { cancelledBeforeSending, toFailure } from './toFailure.ts';

/** What every output of the SDK bears. */
interface Output {
  readonly $metadata: { readonly requestId?: string | undefined };
}

/** Failures after which the same credentials are of no use. */
const ofCredentials: ReadonlySet<FailureKind> = new Set(['no-credentials', 'expired-credentials']);

/**
 * Makes a call, again where that helps, and never throws. Credentials are had before anything is sent, and it is those that are
 * sent with: a failure to get them, or a cancel while they are awaited, leaves nothing. Those that AWS refuses are forgotten.
 * Without `isStillDue` a change is sent once.
 */
export async function call<T extends Output>(
  session: Session,
  operation: Operation,
  signal: AbortSignal | undefined,
  send: (options: { abortSignal?: AbortSignal }, held: AwsCredentialIdentity) => Promise<T>,
  isStillDue?: IsStillDue,
): Promise<Answer<T>> {
  const about = { ...operation, profile: session.profile };
  const attempt = async (): Promise<Answer<T>> => {
    if (signal?.aborted) return { ok: false, failure: cancelledBeforeSending };
    let identity: AwsCredentialIdentity;
    try {
      identity = await unlessCancelled(session.credentials.provider(), signal);
    } catch (error) {
      return { ok: false, failure: toFailure(error, about, 'credentials') };
    }
    try {
      const options = signal ? { abortSignal: signal } : {};
      const value = await session.credentials.pin(identity, () => send(options, identity));
      const { requestId } = value.$metadata;
      return { ok: true, value, ...(requestId && { requestId }) };
    } catch (error) {
      const failure = toFailure(error, about);
      if (ofCredentials.has(failure.kind)) session.credentials.forget(identity);
      return { ok: false, failure };
    }
  };
  const { retryPolicy: policy, onRetry, onFailure } = session;
  const answer = await withRetries(attempt, { operation: operation.name, policy, signal, onRetry, isStillDue });
  if (!answer.ok && answer.failure.kind !== 'cancelled') {
    onFailure?.({ operation: operation.name, failure: answer.failure });
  }
  return answer;
}

/** The value, unless the signal comes first: then it rejects with an AbortError. The SDK's providers know no signal. */
export async function unlessCancelled<T>(value: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return value;
  let cancel = () => {};
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => reject(new DOMException('Cancelled', 'AbortError'));
  });
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([value, cancelled]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
