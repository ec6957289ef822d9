import { l10n, window } from 'vscode';
import type { Check } from '../../apply/checks/check.ts';
import type { Refusal } from '../../apply/plan/plan.ts';
import type { Desired } from '../../apply/plan/request.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { Failure, FailureKind } from '../../aws/failure.ts';
import { offerSignIn } from './signIn.ts';

/** What is to be applied, to what, and through which door: a step that fails can lead to another one. */
export interface Attempt {
  readonly aws: Aws;
  readonly desired: Desired;
  readonly bucket: Bucket;
}

/** Something that the user can do with a click; it gives the next attempt, where it leads to one. */
export interface Remedy {
  readonly title: string;
  take(): Promise<Attempt | undefined>;
}

/** Tells what went wrong, with what can be done about it; the next attempt where the user wants one. */
export async function tellWith(message: string, remedies: readonly Remedy[]): Promise<Attempt | undefined> {
  const picked = await window.showErrorMessage(message, ...remedies.map(({ title }) => title));
  return remedies.find(({ title }) => title === picked)?.take();
}

/** What can be done about a failure, before anything was sent or after a refusal. */
export function remediesFor(failure: Failure, attempt: Attempt): Remedy[] {
  const { aws, desired } = attempt;
  const { kind, region, ownerInDoubt, signIn } = failure;
  if (kind === 'wrong-region' && region !== undefined) return [goOnIn(region, attempt)];
  if (ownerInDoubt && desired.request.expectedBucketOwner === undefined) return [nameOwner(attempt)];
  if (signIn) return [again(l10n.t('Sign In…'), attempt, () => offerSignIn(failure, aws.profile))];
  return mayPass.has(kind) && !failure.unsettled ? [again(l10n.t('Try Again'), attempt)] : [];
}

/** What can be done about a refusal to carry a plan out. */
export function remediesForRefusal({ reason, failure }: Refusal, attempt: Attempt): Remedy[] {
  if (reason === 'changed') return [again(l10n.t('Look Again'), attempt)];
  return failure ? remediesFor(failure, attempt) : [];
}

/** What can be done about what the account has told of a plan. */
export function remediesForChecks(checks: readonly Check[], attempt: Attempt): Remedy[] {
  const isOthers = checks.some(({ name, result }) => name === 'bucket owner' && result === 'failed');
  const betterKey = checks.find((check) => check.betterKey !== undefined)?.betterKey;
  return [
    ...(isOthers ? [nameOwner(attempt)] : []),
    ...(betterKey === undefined ? [] : [nameKeyByArn(betterKey, attempt)]),
  ];
}

/** Failures that another attempt need not meet. */
const mayPass: ReadonlySet<FailureKind> = new Set(['conflict', 'throttled', 'network', 'no-answer']);

function again(title: string, attempt: Attempt, isWanted?: () => Promise<boolean>): Remedy {
  return { title, take: async () => (!isWanted || (await isWanted()) ? attempt : undefined) };
}

function goOnIn(region: string, { aws, bucket, ...rest }: Attempt): Remedy {
  const take = async () => ({ ...rest, aws: await aws.inRegion(region), bucket: { ...bucket, region } });
  return { title: l10n.t('Go On in {0}', region), take };
}

function nameKeyByArn(arn: string, { desired, ...where }: Attempt): Remedy {
  const configuration = { ...desired.configuration, kmsMasterKeyId: arn };
  const take = async () => ({ ...where, desired: { ...desired, configuration } });
  return { title: l10n.t('Name the key by its ARN: {0}', arn), take };
}

function nameOwner({ desired, ...where }: Attempt): Remedy {
  const take = async () => {
    const expectedBucketOwner = await askOwner(where.bucket.name);
    if (expectedBucketOwner === undefined) return undefined;
    return { ...where, desired: { ...desired, request: { ...desired.request, expectedBucketOwner } } };
  };
  return { title: l10n.t('Name the Owner…'), take };
}

function askOwner(bucket: string): Thenable<string | undefined> {
  return window.showInputBox({
    prompt: l10n.t('Account that {0} belongs to', bucket),
    placeHolder: '444455556666',
    ignoreFocusOut: true,
    validateInput: (text) => (/^\d{12}$/.test(text) ? undefined : l10n.t('An account has twelve digits')),
  });
}
