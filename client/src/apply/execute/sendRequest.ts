import type { Aws } from '../../aws/aws.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';
import type { Answer, FailureKind } from '../../aws/failure.ts';
import type { Plan, Refusal } from '../plan/plan.ts';
import { obstacleIn, obstacleInCaller } from './obstacle.ts';
import { type ReadBack, readOnce, seenBy } from './readBack.ts';

/** What carrying out a plan needs of AWS. */
export type AwsToChange = Pick<Aws, 'callerIdentity' | 'getEncryption' | 'putEncryption'>;

/** What came of sending a request. */
export interface Sent {
  /** The answer to the last sending. */
  readonly answer: Answer<void>;
  /** The bucket, where AWS has refused a sending in passing: it can have got through all the same. */
  readonly seen?: ReadBack;
  /** Why it was not sent once more after AWS had refused it. */
  readonly refusal?: Refusal;
}

/** Refusals that tell of the moment, and not of the request. */
const inPassing: ReadonlySet<FailureKind> = new Set(['conflict', 'throttled']);

/**
 * Sends a plan's request, and again where AWS refuses it in passing (a conflict means that somebody else is changing this
 * very bucket): each time only to a bucket that is read anew and is still as planned, and as the same account. Once it is not
 * sent again, also since the user has left, the bucket tells what became of it.
 */
export async function sendRequest(plan: Plan, aws: AwsToChange, signal: AbortSignal | undefined): Promise<Sent> {
  let last: Answer<PresentEncryption> | undefined;
  let stranger: Refusal | undefined;
  let isDue = false;
  const askWhoCalls = async () => {
    const found = await obstacleInCaller(aws, plan, signal);
    stranger = signal?.aborted ? undefined : found;
    return stranger;
  };
  const readAnew = async () => {
    last = await aws.getEncryption(plan.target.bucket.name, signal);
    return obstacleIn(last, plan);
  };
  const isStillDue = async () => {
    last = undefined;
    // Who calls can take a while to know, so it is asked first; and once more, for a reading can have the credentials renewed.
    const obstacle = (await askWhoCalls()) ?? (await readAnew()) ?? (await askWhoCalls());
    isDue = obstacle === undefined && !signal?.aborted;
    return isDue;
  };
  const answer = await aws.putEncryption(plan.request, signal, isStillDue);
  if (answer.ok || answer.failure.unsettled) return { answer };
  if (!last && !inPassing.has(answer.failure.kind)) return { answer };
  // What was read before it was sent once more, or was cut short by the user, tells nothing of it.
  const seen = last && !isDue && !signal?.aborted ? seenBy(last, plan) : await readOnce(aws, plan);
  const refusal = seen.isShown ? undefined : (stranger ?? obstacleIn(seen.last, plan));
  return { answer, seen, ...(refusal && { refusal }) };
}
