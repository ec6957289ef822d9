import type { ErrorFacts } from './errorFacts.ts';
import type { FailureKind, SignInCommand } from './failure.ts';
import { proxyRefuses, proxyWantsCredentials } from './proxies.ts';

/** The codes of S3, STS and KMS, and the names of the SDK's own errors, by what they mean to the user. */
const names: Readonly<Partial<Record<FailureKind, readonly string[]>>> = {
  cancelled: ['AbortError'],
  'no-credentials': [
    'CredentialsProviderError',
    'TokenProviderError',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidToken',
    'UnrecognizedClientException',
    'SignatureDoesNotMatch',
    'InvalidSignatureException',
    'AuthFailure',
    'MissingAuthenticationToken',
    'MissingSecurityHeader',
    'NotSignedUp',
  ],
  'expired-credentials': ['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'],
  'wrong-region': [
    'PermanentRedirect',
    'TemporaryRedirect',
    'Redirect',
    'AuthorizationHeaderMalformed',
    'IllegalLocationConstraintException',
  ],
  'access-denied': [
    'AccessDenied',
    'AccessDeniedException',
    'AllAccessDisabled',
    'AccountProblem',
    'KMS.AccessDeniedException',
  ],
  'no-such-bucket': ['NoSuchBucket', 'NotFound'],
  conflict: ['OperationAborted'],
  throttled: [
    'SlowDown',
    'ServiceUnavailable',
    'Throttling',
    'ThrottlingException',
    'RequestLimitExceeded',
    'BandwidthLimitExceeded',
    'TooManyRequestsException',
  ],
  'not-implemented': ['NotImplemented'],
  'clock-skew': ['RequestTimeTooSkewed', 'RequestExpired', 'RequestInTheFuture'],
};

const kindOfName = new Map(
  Object.entries(names).flatMap(([kind, all]) => all.map((name) => [name, kind as FailureKind] as const)),
);

/** For answers without a code that is known: those to HeadBucket have no body. */
const kindOfStatus: ReadonlyMap<number, FailureKind> = new Map([
  [301, 'wrong-region'],
  [307, 'wrong-region'],
  [401, 'access-denied'],
  [403, 'access-denied'],
  [429, 'throttled'],
  [501, 'not-implemented'],
]);

/** What a failed call means. */
export function kindOfCall(facts: ErrorFacts): FailureKind {
  const { name, status, region, message } = facts;
  if (/\bSignature (?:expired|not yet current)\b/.test(message)) return 'clock-skew';
  // HEAD has no body to name a code in; the header names the Region.
  if (status === 400 && region !== undefined && !kindOfName.has(name)) return 'wrong-region';
  const known = kindOfName.get(name) ?? kindOfStatus.get(status ?? 0);
  if (known) return known;
  // An answer that begins well and breaks off, or can't be read, refuses nothing.
  return status === undefined || status < 300 ? kindOfTransport(facts) : 'other';
}

/** What it means that credentials could not be had. The SDK has one error for all of it, so its words must tell. */
export function kindOfCredentials(facts: ErrorFacts): FailureKind {
  const { name, message } = facts;
  const meant = wordsOfCredentials.find(([words]) => words.test(message))?.[1];
  if (meant) return meant;
  if (name === 'CredentialsProviderError') return 'no-credentials';
  const kind = kindOfCall(facts);
  return kind === 'other' ? 'no-credentials' : kind;
}

/** The words of the SDK for a session of `aws login` that is missing or out. */
const wordsOfLogin =
  /\baws login\b|[Rr]e-?authenticate|Failed to (?:load|refresh) (?:a )?token|Token validation failed/;

/** The sign-in that helps; undefined where none does. */
export function signInFor(kind: FailureKind, message: string): SignInCommand | undefined {
  if (kind === 'sso-login-due') return 'aws sso login';
  return kind === 'expired-credentials' && wordsOfLogin.test(message) ? 'aws login' : undefined;
}

const wordsOfCredentials: readonly (readonly [RegExp, FailureKind])[] = [
  [/\baws sso login\b|UnauthorizedException|\bToken is expired\b/, 'sso-login-due'],
  [wordsOfLogin, 'expired-credentials'],
  [/returned expired credentials|ExpiredToken/, 'expired-credentials'],
  [/\bE(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH)\b|TimeoutError/, 'network'],
];

function kindOfTransport(facts: ErrorFacts): FailureKind {
  if (isBeforeSending(facts) || isOfTheWay(facts.code)) return 'network';
  const isLost = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(facts.code) || facts.name === 'TimeoutError';
  return isLost ? 'no-answer' : 'other';
}

/** Node's and our own codes of what only happens while a connection is made. */
const codesOfConnecting = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', proxyRefuses, proxyWantsCredentials]);

/** True where it is sure that nothing was sent: no connection stood. */
export function isBeforeSending({ code, syscall, message, isOfHandshake = false }: ErrorFacts): boolean {
  const isConnecting = syscall === 'connect' || syscall === 'getaddrinfo' || codesOfConnecting.has(code);
  const isOfTls = isOfHandshake || isCertificateFault(code);
  return isConnecting || isOfTls || /did not establish a connection|before secure TLS/.test(message);
}

/** True for Node's codes of a way that is barred, and of TLS that fails: they can also end a connection that stands. */
function isOfTheWay(code: string): boolean {
  return ['EHOSTUNREACH', 'ENETUNREACH', 'EPROTO'].includes(code) || /^ERR_(?:TLS|SSL)/.test(code);
}

/** True for Node's codes of a certificate whose authority it doesn't know. */
export function isUnknownAuthority(code: string): boolean {
  return /SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code);
}

/** True for Node's codes of a certificate that it doesn't trust; OpenSSL's own codes can tell of the other side's. */
function isCertificateFault(code: string): boolean {
  return isUnknownAuthority(code) || (/CERT/.test(code) && !code.startsWith('ERR_SSL'));
}
