import type { ErrorFacts } from './errorFacts.ts';
import type { FailureKind, Operation } from './failure.ts';
import { isUnknownAuthority, signInFor } from './failureKinds.ts';
import { permissionFor } from './permissions.ts';
import { proxyWantsCredentials } from './proxies.ts';

/** What failed: having credentials, or the call itself. */
export type Phase = 'credentials' | 'call';

/** All that an advice rests on. */
export interface Circumstances {
  readonly facts: ErrorFacts;
  readonly operation: Operation;
  readonly phase: Phase;
}

/** What to do about a failure: a sentence without a full stop; empty where nobody can do anything. */
export function adviceFor(kind: FailureKind, circumstances: Circumstances): string {
  return advices[kind](circumstances);
}

const advices: Readonly<Record<FailureKind, (circumstances: Circumstances) => string>> = {
  'no-credentials': onNoCredentials,
  'expired-credentials': (circumstances) => onSignIn('expired-credentials', circumstances),
  'sso-login-due': (circumstances) => onSignIn('sso-login-due', circumstances),
  'wrong-region': ({ facts }) =>
    facts.region ? `The bucket is in ${facts.region}: choose that Region` : "Choose the bucket's own Region",
  'access-denied': onAccessDenied,
  'no-such-bucket': ({ operation }) =>
    operation.bucketType === 'directory'
      ? "Check the bucket's name, and choose the Region of its zone"
      : "Check the bucket's name",
  conflict: () => 'Another change of this bucket is under way: try again in a moment',
  throttled: () => 'AWS asks for fewer requests: try again in a moment',
  'not-implemented': () => 'This server does not offer the call, or not with these headers',
  network: onNetwork,
  'clock-skew': () => 'Set the clock of this computer right',
  cancelled: () => '',
  'no-answer': () => 'No answer came: try again, once the bucket has been read',
  other: () => '',
};

function onSignIn(kind: FailureKind, { facts, operation: { profile } }: Circumstances): string {
  const command = signInFor(kind, facts.message);
  if (!command) return 'Get new credentials, and try again';
  return `Sign in again: ${profile ? `${command} --profile ${quoted(profile)}` : command}`;
}

function onNoCredentials({ facts, operation: { profile } }: Circumstances): string {
  if (facts.name === 'SignatureDoesNotMatch')
    return 'The secret access key does not belong to the access key: check both';
  if (/^Invalid|^Unrecognized/.test(facts.name)) return 'AWS does not know these credentials: check the access key';
  return profile
    ? `Check the profile ${quoted(profile)} in the shared config and credentials files`
    : 'Choose a profile, or set credentials in the environment';
}

function onAccessDenied({ facts, operation, phase }: Circumstances): string {
  if (phase === 'credentials') return 'The role needs a trust policy that lets you in, and you need sts:AssumeRole';
  const isAboutKey = operation.name === 'DescribeKey' || operation.name === 'GenerateDataKey';
  if (!isAboutKey && isOfKey(facts)) return 'You need kms:GenerateDataKey and kms:Decrypt on the key';
  const needed = [`You need ${permissionFor(operation)}`];
  if (operation.name === 'PutBucketEncryption' && operation.bucketType === 'directory') {
    needed.push(
      "in an identity policy of the bucket's own account, and with a KMS key kms:GenerateDataKey and kms:Decrypt",
    );
  }
  if (isOwnerInDoubt('access-denied', { facts, operation, phase })) {
    needed.push(
      `– or the bucket belongs to another account than ${operation.expectedOwner}, which the request names as its owner:`,
      "state the owner's account as ExpectedBucketOwner",
    );
  }
  return needed.join(' ');
}

/** True where the bucket may belong to another account than the request names: AWS has the same 403 for that. */
export function isOwnerInDoubt(kind: FailureKind, { facts, operation, phase }: Circumstances): boolean {
  return kind === 'access-denied' && phase === 'call' && operation.expectedOwner !== undefined && !isOfKey(facts);
}

/**
 * True where KMS is what refuses: by its code, or by one of its permissions in the message. A bucket or a user can be called
 * after it.
 */
function isOfKey({ name, message }: ErrorFacts): boolean {
  return name.startsWith('KMS.') || /\bkms:[A-Z]/.test(message);
}

function onNetwork({ facts }: Circumstances): string {
  if (facts.code === proxyWantsCredentials) return 'The proxy wants a name and a password: state them in its URL';
  if (isUnknownAuthority(facts.code)) return 'Name its authority in NODE_EXTRA_CA_CERTS, and restart the editor';
  return 'Check the network, the proxy and the endpoint';
}

/**
 * A profile's name as a shell takes it for one word. Double quotes are those that shells on Windows know too; what a POSIX shell
 * would read within them takes its single ones.
 */
function quoted(profile: string): string {
  if (/^[\w@+.%:/-]+$/.test(profile)) return profile;
  return /["$`\\!]/.test(profile) ? `'${profile.replaceAll("'", "'\\''")}'` : `"${profile}"`;
}
