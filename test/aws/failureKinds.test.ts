import { describe, expect, it } from 'vitest';
import { factsOf } from '../../client/src/aws/errorFacts.ts';
import { failureForLog } from '../../client/src/aws/failure.ts';
import { toFailure } from '../../client/src/aws/toFailure.ts';

const get = { name: 'GetBucketEncryption', bucketType: 'general-purpose', profile: 'my team' } as const;
const put = { ...get, name: 'PutBucketEncryption' } as const;

const nodeError = (code: string, more: object = {}) => Object.assign(new Error('As it is told'), { code, ...more });

describe('what Node throws', () => {
  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT'])(
    '%s is a certificate that is not trusted',
    (code) => {
      const failure = toFailure(nodeError(code), put);
      expect(failure).toMatchObject({ kind: 'network', advice: expect.stringContaining('NODE_EXTRA_CA_CERTS') });
      expect(failure.unsettled).toBeUndefined();
    },
  );

  it.each(['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    '%s is a certificate that no authority helps',
    (code) => {
      expect(toFailure(nodeError(code), put)).toMatchObject({
        kind: 'network',
        advice: expect.stringMatching(/^Check/),
      });
    },
  );

  it('is of the network while a connection is made, whatever its code', () => {
    expect(toFailure(nodeError('ETIMEDOUT', { syscall: 'connect' }), put)).toMatchObject({ kind: 'network' });
    const connection = Object.assign(new Error('the request socket did not establish a connection'), {
      name: 'TimeoutError',
    });
    expect(toFailure(connection, put)).toMatchObject({ kind: 'network', message: 'No connection stood in time' });
    const handshake = nodeError('ECONNRESET', { message: 'disconnected before secure TLS connection was established' });
    expect(toFailure(handshake, put).kind).toBe('network');
  });

  it.each([
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPROTO',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  ])('%s is of the network, and settles a change only where no connection stood', (code) => {
    expect(toFailure(nodeError(code, { syscall: 'read' }), put)).toMatchObject({ kind: 'network', unsettled: true });
    const connecting = nodeError(code, { errors: [nodeError(code, { syscall: 'connect' })] });
    for (const before of [connecting, nodeError(code, { isOfHandshake: true })]) {
      const failure = toFailure(before, put);
      expect(failure.kind).toBe('network');
      expect(failure.unsettled).toBeUndefined();
    }
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('%s leaves a change unsettled', (code) => {
    expect(toFailure(nodeError(code), put)).toMatchObject({ kind: 'no-answer', unsettled: true });
  });

  it('counts a change as unsettled after anything that is not understood', () => {
    expect(toFailure(new RangeError('What now?'), put)).toMatchObject({ kind: 'other', unsettled: true });
  });
});

describe('what the SDK says of credentials', () => {
  const kindOf = (message: string, name = 'CredentialsProviderError') =>
    toFailure(Object.assign(new Error(message), { name }), get, 'credentials');

  it.each([
    ['The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with …'],
    ["The SSO session token associated with profile=x was not found or is invalid. To refresh … run 'aws sso login' …"],
    ['UnauthorizedException: Session token not found or invalid'],
  ])('a sign-in is due: %s', (message) => {
    expect(kindOf(message)).toMatchObject({
      kind: 'sso-login-due',
      advice: 'Sign in again: aws sso login --profile "my team"',
      signIn: 'aws sso login',
    });
  });

  it.each([
    ['Failed to load a token for session x, please re-authenticate using aws login'],
    ['Your session has expired. Please reauthenticate.'],
  ])('they have expired: %s', (message) => {
    expect(kindOf(message)).toMatchObject({
      kind: 'expired-credentials',
      advice: 'Sign in again: aws login --profile "my team"',
      signIn: 'aws login',
    });
  });

  it.each([
    ['team', 'team'],
    ["the boss's", `"the boss's"`],
    ['$HOME', "'$HOME'"],
    [`the "boss's"`, `'the "boss'\\''s"'`],
  ])('a profile called %s is one word of the command', (profile, word) => {
    const facts = { ...get, profile };
    const { advice } = toFailure(new Error('Token is expired'), facts, 'credentials');
    expect(advice).toBe(`Sign in again: aws sso login --profile ${word}`);
  });

  it('a process gives expired ones', () => {
    const failure = kindOf('Profile x credential_process returned expired credentials.');
    expect(failure).toMatchObject({ kind: 'expired-credentials', advice: 'Get new credentials, and try again' });
    expect(failure.signIn).toBeUndefined();
  });

  it('a role may not be assumed', () => {
    expect(kindOf('User … is not authorized', 'AccessDenied')).toMatchObject({
      kind: 'access-denied',
      advice: 'The role needs a trust policy that lets you in, and you need sts:AssumeRole',
    });
  });

  it('the network is down', () => {
    expect(kindOf('Error: getaddrinfo ENOTFOUND portal.sso.eu-west-1.amazonaws.com').kind).toBe('network');
  });

  it('there are none, whatever else it says; and a change is never unsettled by that', () => {
    expect(kindOf('What now?')).toMatchObject({ kind: 'no-credentials' });
    expect(kindOf('What now?', 'RangeError').kind).toBe('no-credentials');
    expect(toFailure(new Error('What now?'), put, 'credentials').unsettled).toBeUndefined();
  });
});

it.each([undefined, null, 'a text', 7, {}])('reads what is no error: %s', (thrown) => {
  expect(factsOf(thrown)).toMatchObject({ name: '', code: '', message: String(thrown) });
  expect(toFailure(thrown, get).kind).toBe('other');
});

it('writes to a log nothing that names an account, a key or a bucket', () => {
  const message = 'User: arn:aws:iam::111122223333:user/ada is not authorized on arn:aws:s3:::secret-bucket';
  const error = Object.assign(new Error(message), {
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403, requestId: 'R1' },
  });
  expect(failureForLog(toFailure(error, put))).toBe('access-denied (AccessDenied, HTTP 403, request R1)');
  expect(failureForLog({ kind: 'cancelled', message, advice: '' })).toBe('cancelled');
});
