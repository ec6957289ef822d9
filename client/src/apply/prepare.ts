import type { Aws } from '../aws/aws.ts';
import type { Bucket } from '../aws/bucketName.ts';
import type { Answer, Failure } from '../aws/failure.ts';
import type { Identity } from '../aws/identity.ts';
import { type Planned, planChange } from './plan.ts';
import type { Desired } from './request.ts';

/** What a plan needs to know of AWS. */
export type AwsToPlan = Pick<
  Aws,
  'profile' | 'region' | 'endpoint' | 'effectiveHost' | 'callerIdentity' | 'getEncryption'
>;

/** A plan, a refusal, or why the caller could not even be told. */
export type Prepared = Planned | { readonly ok: false; readonly failure: Failure };

/** Asks AWS for all that a plan rests on, and plans. Nothing is changed. */
export async function preparePlan(
  aws: AwsToPlan,
  desired: Desired,
  bucket: Bucket,
  signal?: AbortSignal,
): Promise<Prepared> {
  const isElsewhere = aws.endpoint.kind !== 'aws';
  const caller = await aws.callerIdentity(signal);
  if (!caller.ok && !(isElsewhere && isWithoutAccounts(caller.failure))) return caller;
  const present = await aws.getEncryption(bucket.name, signal);
  if (!present.ok && present.failure.kind === 'cancelled') return present;
  const target = {
    bucket,
    region: aws.region,
    ...identityOf(caller),
    ...(aws.profile !== undefined && { profile: aws.profile }),
    host: await aws.effectiveHost(bucket.name),
  };
  return planChange({ desired, target, present, isElsewhere });
}

function identityOf(caller: Answer<Identity>): Partial<Identity> {
  return caller.ok ? caller.value : {};
}

/** A server in place of AWS need not have an STS; it says so with an answer. */
function isWithoutAccounts({ kind, status = 0 }: Failure): boolean {
  return status >= 400 && (kind === 'other' || kind === 'not-implemented' || kind === 'no-such-bucket');
}
