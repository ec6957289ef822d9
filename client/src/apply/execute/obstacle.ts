import type { Aws } from '../../aws/aws.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';
import type { Answer } from '../../aws/failure.ts';
import { isSame } from '../compare.ts';
import { type Plan, type Refusal, unreadable } from '../plan/plan.ts';

/**
 * What keeps a plan from being carried out, as a reading of its bucket tells: time has passed since the plan was made.
 * Undefined where the bucket is as planned.
 */
export function obstacleIn(reading: Answer<PresentEncryption>, { before, target }: Plan): Refusal | undefined {
  if (!reading.ok) return unreadable(reading.failure);
  if (isSame(reading.value, before, target.bucket.type)) return undefined;
  const message = 'The bucket has been changed since the plan was made';
  return { reason: 'changed', message, advice: 'Look at the differences again' };
}

/**
 * What keeps a plan from being sent by the credentials that are held now: they can have been renewed since it was made, with
 * those of another account. Undefined where they are the plan's account's, or where the plan knows none.
 */
export async function obstacleInCaller(
  aws: Pick<Aws, 'callerIdentity'>,
  { target: { account } }: Plan,
  signal: AbortSignal | undefined,
): Promise<Refusal | undefined> {
  if (account === undefined) return undefined;
  const caller = await aws.callerIdentity(signal);
  if (!caller.ok) {
    const { failure } = caller;
    const message = `Whose credentials these are by now is not known: ${failure.message}`;
    return { reason: 'changed', message, advice: failure.advice, failure };
  }
  if (caller.value.account === account) return undefined;
  const message = `The plan was made as account ${account}, and the credentials are account ${caller.value.account}'s now`;
  return { reason: 'changed', message, advice: 'Look at the differences again' };
}
