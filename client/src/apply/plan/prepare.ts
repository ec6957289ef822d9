import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { Answer, Failure } from '../../aws/failure.ts';
import type { Identity } from '../../aws/identity.ts';
import type { AwsToCheck } from '../checks/check.ts';
import { runChecks } from '../checks/checks.ts';
import { type KeyBook, openKeyBook } from '../keyBook.ts';
import { type Planned, planChange, unreadable } from './plan.ts';
import type { Desired } from './request.ts';
import { isSameByKeys } from './resolveKeys.ts';

/** What a comparison needs to know of AWS. */
export type AwsToCompare = Pick<
  Aws,
  'profile' | 'region' | 'endpoint' | 'effectiveHost' | 'callerIdentity' | 'getEncryption' | 'describeKey'
>;

/** What a plan needs to know of AWS. */
export type AwsToPlan = AwsToCompare & AwsToCheck;

/** A plan, a refusal, or why the caller could not even be told. */
export type Prepared = Planned | { readonly ok: false; readonly failure: Failure };

/** When to stop asking, and what is known before. */
export interface PrepareOptions {
  readonly signal?: AbortSignal | undefined;
  /** What is known of the Region's keys; plans that share one ask for each key once. */
  readonly keys?: KeyBook;
}

/** The user has left: what has not been asked any more would look like what can't be asked, so there is no plan. */
const left: Prepared = { ok: false, failure: { kind: 'cancelled', message: 'Cancelled', advice: '' } };

/** Asks AWS for all that a plan rests on, plans, and checks the plan against the account. Nothing is changed. */
export async function preparePlan(
  aws: AwsToPlan,
  desired: Desired,
  bucket: Bucket,
  { signal, keys = openKeyBook(aws) }: PrepareOptions = {},
): Promise<Prepared> {
  const prepared = await comparePlan(aws, desired, bucket, { signal, keys });
  if (!prepared.ok || prepared.plan.isNoChange) return prepared;
  const { plan } = prepared;
  const checks = await runChecks({ ...plan, aws, keys, signal });
  return signal?.aborted ? left : { ok: true, plan: { ...plan, checks } };
}

/** Plans, and leaves it at that: enough to tell in what a bucket differs. A plan without checks is not to be carried out. */
export async function comparePlan(
  aws: AwsToCompare,
  desired: Desired,
  bucket: Bucket,
  { signal, keys = openKeyBook(aws) }: PrepareOptions = {},
): Promise<Prepared> {
  const isElsewhere = aws.endpoint.kind !== 'aws';
  const caller = await aws.callerIdentity(signal);
  if (!caller.ok && !(isElsewhere && isWithoutAccounts(caller.failure))) return caller;
  const present = await aws.getEncryption(bucket.name, signal);
  if (!present.ok) return unread(present.failure);
  const target = {
    bucket,
    region: aws.region,
    ...identityOf(caller),
    ...(aws.profile !== undefined && { profile: aws.profile }),
    host: await aws.effectiveHost(bucket.name),
  };
  const planned = planChange({ desired, target, present: present.value, isElsewhere });
  if (!planned.ok) return planned;
  const { plan } = planned;
  const isNoChange = plan.isNoChange || (await isSameByKeys(plan, { keys, signal }));
  return signal?.aborted ? left : { ok: true, plan: { ...plan, isNoChange } };
}

function unread(failure: Failure): Prepared {
  return failure.kind === 'cancelled' ? { ok: false, failure } : { ok: false, refusal: unreadable(failure) };
}

function identityOf(caller: Answer<Identity>): Partial<Identity> {
  return caller.ok ? caller.value : {};
}

/** A server in place of AWS need not have an STS; it says so with an answer. */
function isWithoutAccounts({ kind, status = 0 }: Failure): boolean {
  return status >= 400 && (kind === 'other' || kind === 'not-implemented' || kind === 'no-such-bucket');
}
