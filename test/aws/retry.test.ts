import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import type { IsStillDue, Retry } from '../../client/src/aws/retry.ts';
import type { FailedCall } from '../../client/src/aws/session.ts';
import { encrypted, type Loopback, openLoopback, type Reply, refusal } from './loopback.ts';
import { keysOfDev, openAt, sharedFiles } from './open.ts';

let server: Loopback;
let aws: Aws;
const retries: Retry[] = [];
const failures: FailedCall[] = [];

beforeAll(async () => {
  sharedFiles({ credentials: keysOfDev });
  process.env.AWS_MAX_ATTEMPTS = '9';
  server = await openLoopback();
  const retryPolicy = { attempts: 4, baseDelayMs: 8, maxDelayMs: 20, patienceMs: 5000 };
  aws = await openAt(server.url, {
    retryPolicy,
    onRetry: (retry) => retries.push(retry),
    onFailure: (failed) => failures.push(failed),
  });
});

afterEach(() => {
  server.seen.length = 0;
  retries.length = 0;
  failures.length = 0;
});

afterAll(async () => {
  aws.close();
  await server.close();
});

const request = { bucket: 'plain-bucket', configuration: { sseAlgorithm: 'AES256' } };
const put = (isStillDue: IsStillDue = async () => true) => aws.putEncryption(request, undefined, isStillDue);
const get = () => aws.getEncryption('plain-bucket');
const done: Reply = encrypted;

describe('a change', () => {
  it.each([
    ['conflict', 409, 'OperationAborted'],
    ['throttled', 503, 'SlowDown'],
  ])('is sent again after a %s, each time told', async (kind, status, code) => {
    server.reply(refusal(status, code), refusal(status, code), done);
    expect((await put()).ok).toBe(true);
    expect(server.seen).toHaveLength(3);
    expect(retries.map(({ operation, attempt, failure }) => [operation, attempt, failure.kind])).toEqual([
      ['PutBucketEncryption', 1, kind],
      ['PutBucketEncryption', 2, kind],
    ]);
    expect(failures).toEqual([]);
  });

  it('is sent again only while it is due, which is looked at after each wait', async () => {
    server.reply(refusal(409, 'OperationAborted'));
    const looks = [true, false];
    const sentAt: number[] = [];
    const answer = await put(async () => {
      sentAt.push(server.seen.length);
      return looks.shift() ?? false;
    });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    expect([server.seen.length, sentAt, retries.length]).toEqual([2, [1, 2], 2]);
  });

  it('is sent once where nobody looks', async () => {
    server.reply(refusal(409, 'OperationAborted'), done);
    expect(await aws.putEncryption(request)).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    expect([server.seen.length, retries]).toEqual([1, []]);
  });

  it('is sent four times at most, and the SDK adds none', async () => {
    server.reply(refusal(503, 'SlowDown'));
    expect(await put()).toMatchObject({ ok: false, failure: { kind: 'throttled' } });
    expect(server.seen).toHaveLength(4);
    expect(failures).toMatchObject([{ operation: 'PutBucketEncryption', failure: { kind: 'throttled' } }]);
    const waits = retries.map(({ delayMs }) => delayMs);
    for (const [index, longest] of [8, 16, 20].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(longest / 2);
      expect(waits[index]).toBeLessThanOrEqual(longest);
    }
  });

  it.each<[string, Reply]>([
    ['an error of the server', refusal(500, 'InternalError')],
    ['a broken line', (to) => to.destroy()],
    ['a refusal', refusal(403, 'AccessDenied')],
    ['a body that is not understood', refusal(400, 'MalformedXML')],
  ])('is sent once where it may have been made, or never will be: %s', async (_, reply) => {
    server.reply(reply);
    await put();
    expect(server.seen).toHaveLength(1);
  });
});

describe('a reading', () => {
  it.each<[string, Reply]>([
    ['an error of the server', refusal(500, 'InternalError')],
    ['a broken line', (to) => to.destroy()],
    ['something between that fails', { status: 502, body: '<html>' }],
    [
      'an answer that is cut',
      (to) => {
        to.writeHead(200, { 'content-length': '500' }).write('<');
        setTimeout(() => to.destroy(), 20);
      },
    ],
  ])('is made again after %s', async (_, reply) => {
    server.reply(reply, done);
    expect((await get()).ok).toBe(true);
    expect(server.seen).toHaveLength(2);
  });

  it('is not made again after a refusal', async () => {
    server.reply(refusal(404, 'NoSuchBucket'));
    await get();
    expect(server.seen).toHaveLength(1);
  });
});

it("goes by the server's time once it is told, and asks no third time", async () => {
  const ahead = new Date(Date.now() + 3_600_000);
  const skewed = refusal(403, 'RequestTimeTooSkewed', 'x', `<ServerTime>${ahead.toISOString()}</ServerTime>`);
  server.reply(skewed, done);
  expect((await get()).ok).toBe(true);
  const signedFor = (index: number) => server.seen[index]?.headers['x-amz-date']?.toString().slice(0, 11);
  expect(signedFor(1)).toBe(ahead.toISOString().replace(/[-:]/g, '').slice(0, 11));
  server.seen.length = 0;
  server.reply(skewed);
  expect(await get()).toMatchObject({ failure: { kind: 'clock-skew' } });
  expect(server.seen).toHaveLength(2);
});

it('begins no attempt after its patience', async () => {
  const retryPolicy = { attempts: 9, baseDelayMs: 40, maxDelayMs: 40, patienceMs: 60 };
  const hasty = await openAt(server.url, { retryPolicy });
  server.reply(refusal(503, 'SlowDown'));
  await hasty.getEncryption('plain-bucket');
  hasty.close();
  expect(server.seen.length).toBeLessThanOrEqual(3);
});
