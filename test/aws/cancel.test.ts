import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import { type Loopback, openLoopback, refusal } from './loopback.ts';
import { keysOfDev, openAt, sharedFiles } from './open.ts';

let server: Loopback;
let aws: Aws;

beforeAll(async () => {
  const slow = '[profile slow]\ncredential_process = sleep 5\n';
  sharedFiles({ config: slow, credentials: keysOfDev });
  server = await openLoopback();
});

afterAll(() => server.close());

const request = { bucket: 'plain-bucket', configuration: { sseAlgorithm: 'AES256' } };
const cancelled = { kind: 'cancelled', message: 'Cancelled', advice: '' };

it('sends nothing once it is cancelled', async () => {
  aws = await openAt(server.url);
  expect(await aws.putEncryption(request, AbortSignal.abort())).toEqual({ ok: false, failure: cancelled });
  expect(server.seen).toEqual([]);
  aws.close();
});

it('sends nothing where it is cancelled while credentials are awaited', async () => {
  aws = await openAt(server.url, { profile: 'slow' });
  expect(await aws.putEncryption(request, AbortSignal.timeout(50))).toEqual({ ok: false, failure: cancelled });
  expect(server.seen).toEqual([]);
  aws.close();
});

it('sends nothing more where it is cancelled between two attempts; a change keeps its answer', async () => {
  let controller = new AbortController();
  const retryPolicy = { attempts: 3, baseDelayMs: 60_000, maxDelayMs: 60_000, patienceMs: 600_000 };
  aws = await openAt(server.url, { retryPolicy, onRetry: () => controller.abort() });
  server.reply(refusal(409, 'OperationAborted'));
  const change = await aws.putEncryption(request, controller.signal, async () => true);
  expect(change).toMatchObject({ ok: false, failure: { kind: 'conflict', code: 'OperationAborted' } });
  controller = new AbortController();
  expect(await aws.getEncryption('plain-bucket', controller.signal)).toEqual({ ok: false, failure: cancelled });
  expect(server.seen).toHaveLength(2);
  aws.close();
});

it('sends a change no more where it is cancelled while somebody looks whether it is due', async () => {
  const controller = new AbortController();
  aws = await openAt(server.url);
  server.seen.length = 0;
  server.reply(refusal(409, 'OperationAborted'));
  const isStillDue = async () => {
    controller.abort();
    return true;
  };
  const change = await aws.putEncryption(request, controller.signal, isStillDue);
  expect([change, server.seen.length]).toMatchObject([{ ok: false, failure: { kind: 'conflict' } }, 1]);
  aws.close();
});

it('tells that a change is unsettled where it is cancelled on its way, and that a reading is not', async () => {
  const controller = new AbortController();
  aws = await openAt(server.url);
  server.reply(() => controller.abort());
  expect(await aws.putEncryption(request, controller.signal)).toEqual({
    ok: false,
    failure: { ...cancelled, unsettled: true },
  });
  const reading = new AbortController();
  server.reply(() => reading.abort());
  expect(await aws.getEncryption('plain-bucket', reading.signal)).toEqual({ ok: false, failure: cancelled });
  aws.close();
});
