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
