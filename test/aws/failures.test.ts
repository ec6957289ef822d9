import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import type { Failure } from '../../client/src/aws/failure.ts';
import { type Loopback, openLoopback, type Reply, refusal } from './loopback.ts';
import { keysOfDev, openAt, pagesOf, sharedFiles } from './open.ts';

const retryPolicy = { attempts: 1, baseDelayMs: 1, maxDelayMs: 1, patienceMs: 1 };

let server: Loopback;
let aws: Aws;

beforeAll(async () => {
  sharedFiles({ credentials: keysOfDev });
  server = await openLoopback();
  aws = await openAt(server.url, { retryPolicy });
});

afterAll(async () => {
  aws.close();
  await server.close();
});

/** Never silent for long, and never done. */
function trickle({ socket }: ServerResponse): void {
  socket?.write('HTTP/1.1 200 OK\r\nx-trickle: ');
  const timer = setInterval(() => socket?.write('.'), 20);
  socket?.once('close', () => clearInterval(timer));
}

/** Breaks off in the body of an answer. */
function cut(status: number, headers: Record<string, string>): Reply {
  return (to) => {
    to.writeHead(status, headers);
    to.write('<');
    setTimeout(() => to.destroy(), 20);
  };
}

const bucket = 'plain-bucket';
const directory = 'base--euc1-az1--x-s3';
const owner = '111122223333';

async function failureOfGet(reply: Reply, name = bucket): Promise<Failure> {
  server.reply(reply);
  return failureIn(await aws.getEncryption(name));
}

async function failureOfPut(reply: Reply, name = bucket): Promise<Failure> {
  server.reply(reply);
  const expected = name === directory ? {} : { expectedBucketOwner: owner };
  return failureIn(await aws.putEncryption({ bucket: name, configuration: { sseAlgorithm: 'AES256' }, ...expected }));
}

function failureIn(answer: { ok: true } | { ok: false; failure: Failure }): Failure {
  if (answer.ok) throw new Error('it succeeded');
  return answer.failure;
}

describe('what S3 answers', () => {
  it.each<[Failure['kind'], number, string, string]>([
    ['no-credentials', 403, 'InvalidAccessKeyId', 'AWS does not know these credentials: check the access key'],
    [
      'no-credentials',
      403,
      'SignatureDoesNotMatch',
      'The secret access key does not belong to the access key: check both',
    ],
    ['expired-credentials', 400, 'ExpiredToken', 'Get new credentials, and try again'],
    ['access-denied', 403, 'AccessDenied', 'You need s3:GetEncryptionConfiguration'],
    ['no-such-bucket', 404, 'NoSuchBucket', "Check the bucket's name"],
    ['conflict', 409, 'OperationAborted', 'Another change of this bucket is under way: try again in a moment'],
    ['throttled', 503, 'SlowDown', 'AWS asks for fewer requests: try again in a moment'],
    ['not-implemented', 501, 'NotImplemented', 'This server does not offer the call, or not with these headers'],
    ['clock-skew', 403, 'RequestTimeTooSkewed', 'Set the clock of this computer right'],
    ['other', 400, 'MalformedXML', ''],
    ['other', 500, 'InternalError', ''],
  ])('is %s: %i %s', async (kind, status, code, advice) => {
    expect(await failureOfGet(refusal(status, code, 'In its own words'))).toEqual({
      kind,
      message: 'In its own words',
      advice,
      code,
      status,
      requestId: `REQUEST${server.seen.length}`,
    });
  });

  it.each<[string, Reply]>([
    ['a redirect with the Region in its header', { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-1' } }],
    ['a signature for another Region', refusal(400, 'AuthorizationHeaderMalformed', 'x', '<Region>eu-west-1</Region>')],
  ])('tells the Region: %s', async (_, reply) => {
    expect(await failureOfGet(reply)).toMatchObject({
      kind: 'wrong-region',
      region: 'eu-west-1',
      advice: 'The bucket is in eu-west-1: choose that Region',
    });
  });

  it('is an expired signature, which is a matter of the clock', async () => {
    const reply = refusal(403, 'SignatureDoesNotMatch', 'Signature expired: 20261123T000000Z is now earlier than …');
    expect((await failureOfGet(reply)).kind).toBe('clock-skew');
  });

  it('is no XML', async () => {
    const message = 'The answer was HTTP status 502, without a message';
    expect(await failureOfGet({ status: 502, body: '<html>Bad Gateway</html>' })).toMatchObject({
      kind: 'other',
      message,
    });
  });
});

describe('the permission that is named', () => {
  const denied = refusal(403, 'AccessDenied', 'Access Denied');

  it('is that of a general purpose bucket; with our own header the owner is in doubt too', async () => {
    const { advice } = await failureOfPut(denied);
    expect(advice).toMatch(/^You need s3:PutEncryptionConfiguration – or the bucket belongs to another account/);
    expect(advice).toContain(owner);
    expect(advice).toContain('ExpectedBucketOwner');
  });

  it.each([
    ['a 403 to a request that names the owner', denied, true],
    ['a 403 for the sake of the key', refusal(403, 'AccessDenied', 'not authorized: kms:Decrypt'), undefined],
    ['a conflict', refusal(409, 'OperationAborted'), undefined],
  ])('has the owner in doubt: %s', async (_, reply, ownerInDoubt) => {
    expect((await failureOfPut(reply)).ownerInDoubt).toBe(ownerInDoubt);
    expect((await failureOfGet(denied)).ownerInDoubt).toBeUndefined();
  });

  it('is that of a directory bucket, with those for its key', async () => {
    expect((await failureOfPut(denied, directory)).advice).toBe(
      "You need s3express:PutEncryptionConfiguration in an identity policy of the bucket's own account, " +
        'and with a KMS key kms:GenerateDataKey and kms:Decrypt',
    );
    expect((await failureOfGet(denied, directory)).advice).toBe('You need s3express:GetEncryptionConfiguration');
  });

  it.each([
    ['user', 'arn:aws:iam::111122223333:user/kms-admin', 'logs'],
    ['bucket', 'arn:aws:iam::111122223333:user/ada', 'my-kms-bucket'],
  ])('is that of the bucket, and its owner is in doubt, where a %s is called after KMS', async (_, user, name) => {
    const message = `User: ${user} is not authorized to perform: s3:PutEncryptionConfiguration on resource: "arn:aws:s3:::${name}"`;
    const failure = await failureOfPut(refusal(403, 'AccessDenied', message));
    expect(failure).toMatchObject({ advice: expect.stringMatching(/^You need s3:Put/), ownerInDoubt: true });
  });

  it('is that of the key, where KMS itself refuses', async () => {
    const failure = await failureOfPut(refusal(400, 'KMS.AccessDeniedException', 'No access'));
    expect(failure.advice).toBe('You need kms:GenerateDataKey and kms:Decrypt on the key');
  });

  it('is that of the key, where the key is what is denied', async () => {
    const reply = refusal(403, 'AccessDenied', 'User is not authorized to perform: kms:GenerateDataKey');
    expect((await failureOfPut(reply)).advice).toBe('You need kms:GenerateDataKey and kms:Decrypt on the key');
  });

  it('is that of the listing', async () => {
    server.reply(denied);
    for (const [type, permission] of [
      ['general-purpose', 's3:ListAllMyBuckets'],
      ['directory', 's3express:ListAllMyDirectoryBuckets'],
    ] as const) {
      const pages = await pagesOf(aws.listBuckets(type));
      expect(pages).toMatchObject([
        { ok: false, failure: { kind: 'access-denied', advice: `You need ${permission}` } },
      ]);
    }
  });
});

describe('a change that fails', () => {
  it.each<[string, Reply, boolean]>([
    ['a refusal', refusal(403, 'AccessDenied'), false],
    ['a conflict', refusal(409, 'OperationAborted'), false],
    ['a request to slow down', refusal(503, 'SlowDown'), false],
    ['not implemented', refusal(501, 'NotImplemented'), false],
    ['an error of the server', refusal(500, 'InternalError'), true],
    ['an error of something between', { status: 502, body: '<html>' }, true],
    ['a broken line', (to) => to.destroy(), true],
    ['an answer that begins well and is cut', cut(200, { 'content-length': '10' }), true],
    ['an answer that begins well and is cut between two chunks', cut(200, { 'transfer-encoding': 'chunked' }), true],
    ['a refusal that is cut', cut(403, { 'content-length': '10' }), false],
  ])('is unsettled where it may have been made: %s', async (_, reply, unsettled) => {
    expect((await failureOfPut(reply)).unsettled ?? false).toBe(unsettled);
  });

  it('has no answer: a broken line', async () => {
    const broken: Reply = (to) => to.destroy();
    const message = 'The connection broke before an answer came';
    expect(await failureOfPut(broken)).toMatchObject({ kind: 'no-answer', message });
    expect((await failureOfGet(broken)).unsettled).toBeUndefined();
  });
});

describe('an answer that does not come in time', () => {
  let patient: Aws;

  beforeAll(async () => {
    patient = aws;
    aws = await openAt(server.url, { retryPolicy, timeouts: { connectMs: 10_000, answerMs: 300 } });
  });

  afterAll(() => {
    aws.close();
    aws = patient;
  });

  it.each<[string, Reply]>([
    ['silence', () => {}],
    ['an answer that never gets to its point', trickle],
    ['an answer that begins well and stalls', (to) => to.writeHead(200, { 'content-length': '10' }).write('<')],
  ])('is told, and leaves a change unsettled: %s', async (_, reply) => {
    const message = 'No answer came in time';
    expect(await failureOfPut(reply)).toMatchObject({ kind: 'no-answer', message, unsettled: true });
    expect((await failureOfGet(reply)).unsettled).toBeUndefined();
  });
});

describe('no connection', () => {
  it.each([
    ['a port without a server', 'http://127.0.0.1:1', 'ECONNREFUSED'],
    ['a name without an address', 'http://nowhere.invalid', expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/)],
    ['a server that speaks no TLS', () => server.url.replace('http:', 'https:'), 'EPROTO'],
  ])('is a matter of the network, and nothing was sent: %s', async (_, url, code) => {
    const nowhere = await openAt(typeof url === 'string' ? url : url());
    const put = await nowhere.putEncryption({ bucket, configuration: { sseAlgorithm: 'AES256' } });
    nowhere.close();
    const failure = failureIn(put);
    expect(failure).toMatchObject({ kind: 'network', code });
    expect(failure.unsettled).toBeUndefined();
  });
});
