import type { AwsToChange } from '../../client/src/apply/execute/sendRequest.ts';
import { type Plan, planChange } from '../../client/src/apply/plan/plan.ts';
import type { Desired } from '../../client/src/apply/plan/request.ts';
import type { Target } from '../../client/src/apply/target.ts';
import type { AwsToPlace } from '../../client/src/apply/whereabouts.ts';
import type { PresentEncryption, PutEncryptionRequest } from '../../client/src/aws/encryption.ts';
import type { Answer, Failure } from '../../client/src/aws/failure.ts';

export const account = '111122223333';

export const kmsKey = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A target in the account above. */
export function targetOf(name = 'plain-bucket', more: Partial<Target> = {}): Target {
  const type = name.endsWith('--x-s3') ? 'directory' : 'general-purpose';
  return {
    bucket: { name, type },
    region: 'eu-central-1',
    account,
    principal: `arn:aws:iam::${account}:user/ada`,
    profile: 'dev',
    host: 's3.eu-central-1.amazonaws.com',
    ...more,
  };
}

/** A document that states this and nothing beside it. */
export function desiredOf(configuration: Desired['configuration'], request: Desired['request'] = {}): Desired {
  return { configuration, request };
}

/** The plan for a document and a bucket; throws where there is none. */
export function planOf(desired: Desired, before: PresentEncryption, target = targetOf()): Plan {
  const planned = planChange({ desired, target, present: before, isElsewhere: false });
  if (!planned.ok) throw new Error(planned.refusal.message);
  return planned.plan;
}

/** An answer that is a failure. */
export function failed(failure: Partial<Failure>): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind: 'other', message: 'As it is told', advice: '', ...failure } };
}

/** Where the targets above are: for runs that are settled there. */
export const samePlace: AwsToPlace = {
  effectiveHost: async () => targetOf().host,
  callerIdentity: async () => ({ ok: true, value: { account, principal: `arn:aws:iam::${account}:user/ada` } }),
};

/** A bucket in memory, where the targets above are, which tells what was asked of it. */
export interface FakeBucket extends AwsToChange, AwsToPlace {
  encryption: PresentEncryption;
  readonly calls: string[];
  readonly sent: PutEncryptionRequest[];
}

/** Where a bucket does something else than it is told. */
export interface FakeBehaviour {
  /** In place of the answer to a Put; `true` where it takes effect all the same. */
  readonly onPut?: (signal?: AbortSignal) => { answer: Answer<void>; takesEffect: boolean } | undefined;
  /** In place of the answer to the reading of this number, from 1. */
  readonly onGet?: (reading: number) => Answer<PresentEncryption> | undefined;
}

/** A bucket that does what it is told, but for the behaviour given. A refusal in passing is tried again without a wait. */
export function fakeBucket(encryption: PresentEncryption, behaviour: FakeBehaviour = {}): FakeBucket {
  let readings = 0;
  const putOnce = async (request: PutEncryptionRequest, signal?: AbortSignal) => {
    bucket.calls.push('put');
    bucket.sent.push(request);
    const { answer = { ok: true, value: undefined, requestId: 'PUT1' } as const, takesEffect = true } =
      behaviour.onPut?.(signal) ?? {};
    if (takesEffect) bucket.encryption = request.configuration;
    return answer;
  };
  const bucket: FakeBucket = {
    ...samePlace,
    encryption,
    calls: [],
    sent: [],
    getEncryption: async () => {
      bucket.calls.push('get');
      readings += 1;
      return behaviour.onGet?.(readings) ?? { ok: true, value: bucket.encryption };
    },
    putEncryption: async (request, signal, isStillDue) => {
      for (;;) {
        const answer = await putOnce(request, signal);
        const isPassing = !answer.ok && answer.failure.kind === 'conflict';
        if (!isPassing || !(await isStillDue?.())) return answer;
      }
    },
  };
  return bucket;
}
