import { setTimeout } from 'node:timers/promises';
import {
  GetBucketEncryptionCommand,
  PutBucketEncryptionCommand,
  type S3Client,
  type ServerSideEncryption,
} from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { clientsOf, resultOf } from './clients.ts';
import { type Fault, Faults } from './faults.ts';
import { ask } from './raw.ts';
import { startSandbox } from './startSandbox.ts';

const buckets = [{ name: 'bucket' }, { name: 'other' }];

function put(s3: S3Client, SSEAlgorithm: ServerSideEncryption = 'aws:kms', Bucket = 'bucket') {
  const Rules = [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm } }];
  return resultOf(s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } })));
}

async function algorithmOf(s3: S3Client): Promise<string | undefined> {
  const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket: 'bucket' }));
  return ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm;
}

/** A sandbox with one fault on Put, and a client that tries as often as is said. */
async function withFault(effect: Fault['effect'], options: { maxAttempts?: number } = {}) {
  const sandbox = await startSandbox({ buckets, faults: [{ operation: 'PutBucketEncryption', effect }] });
  return { sandbox, ...clientsOf(sandbox, options) };
}

describe('which calls meet a fault', () => {
  const effect = { kind: 'latency', milliseconds: 1 } as const;

  it.each<{ of: string; fault: Omit<Fault, 'operation' | 'effect'>; met: boolean[] }>([
    { of: 'the first by default', fault: {}, met: [true, false, false, false] },
    { of: 'the nth', fault: { nth: 3 }, met: [false, false, true, false] },
    { of: 'several in a row', fault: { nth: 2, times: 2 }, met: [false, true, true, false] },
    { of: 'all', fault: { times: Number.POSITIVE_INFINITY }, met: [true, true, true, true] },
  ])('$of', ({ fault, met }) => {
    const faults = new Faults([{ operation: 'HeadBucket', effect, ...fault }]);
    expect(met.map(() => faults.take('HeadBucket', 'bucket').length > 0)).toEqual(met);
  });

  it('are those of its operation and bucket; others are not counted', () => {
    const faults = new Faults([{ operation: 'HeadBucket', bucket: 'bucket', nth: 2, effect }]);
    faults.take('HeadBucket', 'bucket');
    expect(faults.take('HeadBucket', 'other')).toEqual([]);
    expect(faults.take('GetBucketEncryption', 'bucket')).toEqual([]);
    expect(faults.take('HeadBucket', 'bucket')).toEqual([effect]);
  });

  it('are counted from when it was added, and none after clearing', () => {
    const faults = new Faults();
    faults.take('HeadBucket', undefined);
    faults.add({ operation: 'HeadBucket', effect, times: 5 });
    expect(faults.take('HeadBucket', undefined)).toEqual([effect]);
    faults.clear();
    expect(faults.take('HeadBucket', undefined)).toEqual([]);
  });
});

describe('an error on request', () => {
  it.each([
    { status: 409, code: 'OperationAborted' },
    { status: 503, code: 'SlowDown' },
    { status: 500, code: 'InternalError' },
  ])('$code comes as it is said, and changes nothing', async ({ status, code }) => {
    const { s3 } = await withFault({ kind: 'refuse', status, code });
    expect(await put(s3)).toMatchObject({ status, code, error: { $fault: expect.any(String) } });
    expect(await algorithmOf(s3)).toBe('AES256');
  });

  it('has a request id, as every answer', async () => {
    const { sandbox, s3, redirect } = await withFault({ kind: 'refuse', status: 503, code: 'SlowDown' });
    await put(s3);
    const headers = redirect.responses[0]?.headers;
    expect(headers?.['x-amz-request-id']).toBe(sandbox.requests[0]?.requestId);
    expect(headers).toMatchObject({ server: 's3-encryption-sandbox', 'x-amz-id-2': expect.any(String) });
  });

  it('is got over by an SDK that tries again', async () => {
    const { sandbox, s3 } = await withFault({ kind: 'refuse', status: 503, code: 'SlowDown' }, { maxAttempts: 2 });
    expect(await put(s3)).toMatchObject({ status: 200 });
    expect(sandbox.requests).toHaveLength(2);
  });

  it('comes in the format of the service', async () => {
    const effect = { kind: 'refuse', status: 400, code: 'Throttling', message: 'Rate exceeded' } as const;
    const sandbox = await startSandbox({ faults: [{ operation: 'GetCallerIdentity', effect }] });
    const result = await resultOf(clientsOf(sandbox).sts.send(new GetCallerIdentityCommand({})));
    expect(result).toMatchObject({ status: 400, code: 'Throttling', message: 'Rate exceeded' });
  });
});

describe('a broken connection', () => {
  it.each([
    { kind: 'reset', when: 'before-change', after: 'AES256' },
    { kind: 'reset', when: 'after-change', after: 'aws:kms' },
    { kind: 'silence', when: 'before-change', after: 'AES256' },
    { kind: 'silence', when: 'after-change', after: 'aws:kms' },
  ] as const)('by $kind $when leaves $after', async ({ kind, when, after }) => {
    const { s3, sandbox } = await withFault(kind === 'reset' ? { kind, when } : { kind, when, milliseconds: 30 });
    const result = await put(s3);
    expect(result.error).toBeDefined();
    expect(result.status).toBeUndefined();
    expect(sandbox.requests[0]?.outcome).toBe(kind === 'reset' ? 'reset' : 'close');
    expect(await algorithmOf(s3)).toBe(after);
  });

  it('by silence is not waited for by a caller that gives up, and has changed the bucket all the same', async () => {
    const { s3 } = await withFault({ kind: 'silence', when: 'after-change', milliseconds: 60_000 });
    const Rules = [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const } }];
    const command = new PutBucketEncryptionCommand({ Bucket: 'bucket', ServerSideEncryptionConfiguration: { Rules } });
    const result = await resultOf(s3.send(command, { abortSignal: AbortSignal.timeout(100) }));
    expect(result.code).toBe('AbortError');
    expect(await algorithmOf(s3)).toBe('aws:kms');
  });

  it('is a reset or an end, as was asked for', async () => {
    const end = (effect: Fault['effect']) => startSandbox({ faults: [{ operation: 'ListBuckets', effect }] }).then(ask);
    await expect(end({ kind: 'reset', when: 'before-change' })).rejects.toThrow('ECONNRESET');
    await expect(end({ kind: 'silence', when: 'before-change', milliseconds: 1 })).rejects.toThrow('socket hang up');
  });

  it('is what a stop makes of a call that waits; the call is not made any more', async () => {
    const { s3, sandbox } = await withFault({ kind: 'latency', milliseconds: 100 });
    const pending = put(s3);
    await expect.poll(() => sandbox.requests.length).toBe(1);
    await sandbox.stop();
    expect((await pending).error).toBeDefined();
    await setTimeout(150);
    expect(sandbox.state.buckets.get('bucket')?.encryption?.algorithm).toBe('AES256');
  });
});

describe('a slow answer', () => {
  it('is right, and late', async () => {
    const { s3 } = await withFault({ kind: 'latency', milliseconds: 80 });
    const begin = performance.now();
    expect(await put(s3)).toMatchObject({ status: 200 });
    expect(performance.now() - begin).toBeGreaterThanOrEqual(79);
  });
});

describe('a change that is not visible yet', () => {
  it('is shown after as many readings as were asked for', async () => {
    const { s3 } = await withFault({ kind: 'stale-reads', reads: 2 });
    await put(s3);
    expect([await algorithmOf(s3), await algorithmOf(s3), await algorithmOf(s3)]).toEqual([
      'AES256',
      'AES256',
      'aws:kms',
    ]);
  });

  it('does not hide that a Put was refused', async () => {
    const { s3 } = await withFault({ kind: 'stale-reads', reads: 2 });
    expect(await put(s3, 'SSE-KMS' as ServerSideEncryption)).toMatchObject({ code: 'MalformedXML' });
    await put(s3);
    expect(await algorithmOf(s3)).toBe('aws:kms');
  });
});

describe('a clock that is wrong', () => {
  const hour = 3_600_000;

  it('refuses the call, and tells its time', async () => {
    const { s3, redirect } = await withFault({ kind: 'skew', milliseconds: hour });
    expect(await put(s3)).toMatchObject({ status: 403, code: 'RequestTimeTooSkewed' });
    const told = Date.parse(redirect.responses[0]?.headers.date ?? '');
    expect(told - Date.now()).toBeGreaterThan(hour - 60_000);
  });

  it("is the sandbox's own clock for all calls, and an SDK that may try again sets itself by it", async () => {
    const sandbox = await startSandbox({ buckets, clock: () => Date.now() - hour });
    const { s3 } = clientsOf(sandbox, { maxAttempts: 2 });
    expect(await put(s3)).toMatchObject({ status: 200 });
    expect(sandbox.requests).toHaveLength(2);
  });
});

it('meets the same calls in every run', async () => {
  const run = async () => {
    const faults: Fault[] = [
      { operation: 'PutBucketEncryption', nth: 2, effect: { kind: 'refuse', status: 409, code: 'OperationAborted' } },
      { operation: 'PutBucketEncryption', bucket: 'other', effect: { kind: 'stale-reads', reads: 1 } },
    ];
    const sandbox = await startSandbox({ buckets, faults });
    const { s3 } = clientsOf(sandbox);
    for (const bucket of ['bucket', 'other', 'bucket', 'other']) await put(s3, 'aws:kms', bucket);
    return sandbox.requests.map(({ requestId, outcome }) => ({ requestId, status: Object(outcome).status }));
  };
  expect(await run()).toEqual(await run());
});
