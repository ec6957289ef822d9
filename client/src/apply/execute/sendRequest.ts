import type { Aws } from '../../aws/aws.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';
import type { Answer } from '../../aws/failure.ts';
import { shows } from '../compare.ts';
import type { Plan, Refusal } from '../plan/plan.ts';
import { obstacleIn, obstacleInCaller } from './obstacle.ts';
import type { ReadBack } from './readBack.ts';

/** What carrying out a plan needs of AWS. */
export type AwsToChange = Pick<Aws, 'callerIdentity' | 'getEncryption' | 'putEncryption'>;

/** What came of sending a request. */
export interface Sent {
  /** The answer to the last sending. */
  readonly answer: Answer<void>;
  /** The bucket, where it shows what was sent though AWS has refused it: a sending before has got through. */
  readonly seen?: ReadBack;
  /** Why it was not sent once more after AWS had refused it. */
  readonly refusal?: Refusal;
}

/**
 * Sends a plan's request, and again where AWS refuses it in passing (a conflict means that somebody else is changing this
 * very bucket): each time only to a bucket that is read anew and is still as planned, and as the same account.
 */
export async function sendRequest(plan: Plan, aws: AwsToChange, signal: AbortSignal | undefined): Promise<Sent> {
  const { name } = plan.target.bucket;
  let last: Promise<Answer<PresentEncryption>> | undefined;
  let stranger: Refusal | undefined;
  const isStillDue = async () => {
    last = aws.getEncryption(name, signal);
    if (obstacleIn(await last, plan)) return false;
    stranger = await obstacleInCaller(aws, plan, signal);
    return stranger === undefined;
  };
  const answer = await aws.putEncryption(plan.request, signal, isStillDue);
  if (stranger) return { answer, refusal: stranger };
  return answer.ok || !last ? { answer } : judge(plan, answer, await last);
}

function judge(plan: Plan, answer: Answer<void>, last: Answer<PresentEncryption>): Sent {
  const refusal = obstacleIn(last, plan);
  if (!refusal) return { answer };
  const { request, target } = plan;
  const isShown = last.ok && shows(last.value, request.configuration, target.bucket.type);
  return isShown ? { answer, seen: { isShown, last } } : { answer, refusal };
}
