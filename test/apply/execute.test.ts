import { describe, expect, it, vi } from 'vitest';
import { type ExecuteOptions, execute, type Progress } from '../../client/src/apply/execute/execute.ts';
import type { Plan } from '../../client/src/apply/plan/plan.ts';
import type { PresentEncryption } from '../../client/src/aws/encryption.ts';
import {
  desiredOf,
  type FakeBehaviour,
  type FakeBucket,
  failed,
  fakeBucket,
  kmsKey,
  planOf,
  samePlace,
  targetOf,
} from './fakes.ts';
import { memoryJournal } from './memoryJournal.ts';

const sseS3 = { sseAlgorithm: 'AES256', blockedEncryptionTypes: ['SSE-C'] };
const sseKms = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey };
const applied = { ...sseKms, blockedEncryptionTypes: ['SSE-C'] };
const plan = planOf(desiredOf(sseKms), sseS3);
const patience = { waits: [0, 1, 1, 1], limit: 5000 };

function run(aws: FakeBucket, options: Partial<ExecuteOptions> & { plan?: Plan } = {}) {
  return execute(options.plan ?? plan, { aws, journal: memoryJournal(), patience, ...options });
}

describe('a plan that is carried out', () => {
  it('is checked, written down, sent, read back', async () => {
    const aws = fakeBucket(sseS3);
    const journal = memoryJournal();
    const progress: Progress[] = [];
    const outcome = await run(aws, { journal, onProgress: (step) => progress.push(step) });
    expect(outcome).toEqual({
      kind: 'applied-and-verified',
      after: applied,
      requestId: 'PUT1',
      journal: 'memory.jsonl',
    });
    expect(aws.calls).toEqual(['get', 'put', 'get']);
    expect(aws.sent).toEqual([plan.request]);
    expect(progress).toEqual([{ step: 'checking' }, { step: 'sending' }, { step: 'reading', reading: 1 }]);
    const { bucket, ...target } = targetOf();
    expect(journal.entries).toEqual([
      {
        step: 'before',
        ...target,
        bucket: bucket.name,
        bucketType: 'general-purpose',
        before: sseS3,
        request: plan.request,
      },
      { step: 'answered', requestId: 'PUT1' },
      { step: 'finished', result: 'applied-and-verified', after: applied },
    ]);
    expect(journal.state).toBe('closed');
  });

  it('has what was there on disk before anything is sent', async () => {
    const aws = fakeBucket(sseS3);
    const callsAt: Record<string, readonly string[]> = {};
    const journal = memoryJournal({ onEntry: ({ step }) => Object.assign(callsAt, { [step]: [...aws.calls] }) });
    await run(aws, { journal });
    expect(callsAt).toEqual({ before: ['get'], answered: ['get', 'put'], finished: ['get', 'put', 'get'] });
  });

  it('sends nothing where nothing changes', async () => {
    const aws = fakeBucket(sseS3);
    const same = planOf(desiredOf({ sseAlgorithm: 'AES256' }), sseS3);
    expect(await run(aws, { plan: same })).toEqual({ kind: 'no-change' });
    expect(aws.calls).toEqual([]);
  });

  it('is read until it shows', async () => {
    const stale = { ok: true, value: sseS3 } as const;
    const aws = fakeBucket(sseS3, { onGet: (reading) => (reading < 4 ? stale : undefined) });
    expect((await run(aws)).kind).toBe('applied-and-verified');
    expect(aws.calls).toEqual(['get', 'put', 'get', 'get', 'get']);
  });

  it('is told as not visible where patience ends', async () => {
    const aws = fakeBucket(sseS3, { onGet: () => ({ ok: true, value: sseS3 }) });
    const outcome = await run(aws);
    expect(outcome).toMatchObject({ kind: 'applied-not-visible', requestId: 'PUT1', after: sseS3 });
    expect(aws.calls).toHaveLength(2 + patience.waits.length);
  });

  it('is told as not visible, and why, where the bucket cannot be read any more', async () => {
    const aws = fakeBucket(sseS3, {
      onGet: (reading) => (reading > 1 ? failed({ kind: 'access-denied' }) : undefined),
    });
    const outcome = await run(aws);
    expect(outcome).toMatchObject({ kind: 'applied-not-visible', readFailure: { kind: 'access-denied' } });
    expect(outcome).not.toHaveProperty('after');
  });

  it.each(['expired-credentials', 'sso-login-due'] as const)(
    'is read with new credentials once more where they are of no use, and then no more: %s',
    async (kind) => {
      const aws = fakeBucket(sseS3, { onGet: (reading) => (reading > 1 ? failed({ kind }) : undefined) });
      expect(await run(aws)).toMatchObject({ kind: 'applied-not-visible', readFailure: { kind } });
      expect(aws.calls).toEqual(['get', 'put', 'get', 'get']);
      const renewed = fakeBucket(sseS3, { onGet: (reading) => (reading === 2 ? failed({ kind }) : undefined) });
      expect(await run(renewed)).toMatchObject({ kind: 'applied-and-verified' });
    },
  );

  it.each([
    ['took the request', undefined],
    ['gave no answer', failed({ kind: 'no-answer', unsettled: true })],
    ['refused it in passing', failed({ kind: 'throttled' })],
  ])('is not told as left by the user where it cannot be read in time after AWS %s', async (_, answer) => {
    const bucket = fakeBucket(sseS3, { onPut: () => answer && { answer, takesEffect: true } });
    const getEncryption: FakeBucket['getEncryption'] = async (name, limit) =>
      limit?.aborted ? failed({ kind: 'cancelled', message: 'Cancelled' }) : bucket.getEncryption(name);
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const outcome = JSON.stringify(await run({ ...bucket, getEncryption }));
    timeout.mockRestore();
    expect(outcome).toContain('No answer came in time');
    expect(outcome).not.toContain('ancelled');
  });

  it('is not read again where the user gives no MFA code: each reading would ask him for it', async () => {
    const aws = fakeBucket(sseS3, { onGet: (reading) => (reading > 1 ? failed({ kind: 'cancelled' }) : undefined) });
    expect(await run(aws)).toMatchObject({ kind: 'applied-not-visible', readFailure: { kind: 'cancelled' } });
    expect(aws.calls).toEqual(['get', 'put', 'get']);
  });
});

describe('a plan that is not carried out', () => {
  it('because the bucket has changed', async () => {
    const aws = fakeBucket({ sseAlgorithm: 'aws:kms:dsse' });
    const journal = memoryJournal();
    expect(await run(aws, { journal })).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
    expect([aws.calls, journal.state]).toEqual([['get'], 'unused']);
  });

  it('because the bucket cannot be read', async () => {
    const aws = fakeBucket(sseS3, { onGet: () => failed({ kind: 'access-denied', advice: 'You need x' }) });
    const outcome = await run(aws);
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'unreadable', advice: 'You need x' } });
    expect(aws.calls).toEqual(['get']);
  });

  it('because the user gives no MFA code', async () => {
    const aws = fakeBucket(sseS3, { onGet: () => failed({ kind: 'cancelled' }) });
    expect(await run(aws)).toEqual({ kind: 'cancelled' });
  });

  it('because what was there cannot be written to disk', async () => {
    const aws = fakeBucket(sseS3);
    const outcome = await run(aws, { journal: memoryJournal({ failsAt: 1 }) });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'no-journal' } });
    expect(aws.calls).toEqual(['get']);
  });

  it.each([
    ['are others', 0, { ok: true, value: { account: '444455556666', principal: 'arn' } }],
    ['are others once it is read', 1, { ok: true, value: { account: '444455556666', principal: 'arn' } }],
    ['cannot be asked whose they are', 0, failed({ kind: 'network' })],
  ] as const)('because the credentials %s by now', async (_, readings, caller) => {
    const bucket = fakeBucket(sseS3);
    const isRenewed = () => bucket.calls.length >= readings;
    const aws = { ...bucket, callerIdentity: async () => (isRenewed() ? caller : samePlace.callerIdentity()) };
    const journal = memoryJournal();
    expect(await run(aws, { journal })).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
    expect([aws.calls.length, journal.state]).toEqual([readings, readings === 0 ? 'unused' : 'discarded']);
  });

  it('because the bucket has changed while it was asked who calls', async () => {
    const bucket = fakeBucket(sseS3);
    const theirs = { sseAlgorithm: 'aws:kms:dsse' };
    const callerIdentity: FakeBucket['callerIdentity'] = () => {
      bucket.encryption = theirs;
      return samePlace.callerIdentity();
    };
    expect(await run({ ...bucket, callerIdentity })).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
    expect([bucket.calls, bucket.encryption]).toEqual([['get'], theirs]);
  });

  it('because AWS refuses it', async () => {
    const failure = {
      kind: 'access-denied',
      code: 'AccessDenied',
      status: 403,
      requestId: 'R',
      message: 'user 1111',
    } as const;
    const aws = fakeBucket(sseS3, { onPut: () => ({ answer: failed(failure), takesEffect: false }) });
    const journal = memoryJournal();
    expect(await run(aws, { journal })).toMatchObject({ kind: 'failed', failure });
    expect(aws.calls).toEqual(['get', 'put']);
    const { message: _, ...recorded } = failure;
    expect(journal.entries.slice(1)).toEqual([
      { step: 'answered', failure: recorded },
      { step: 'finished', result: 'failed' },
    ]);
  });
});

describe('a request that AWS refuses in passing', () => {
  const conflict = failed({ kind: 'conflict', code: 'OperationAborted', status: 409 });
  const theirs = { sseAlgorithm: 'aws:kms:dsse' };

  /** A bucket that refuses the first request, and has this by the time it is read again. */
  function refusing(meanwhile: PresentEncryption, onGet?: FakeBehaviour['onGet']): FakeBucket {
    const aws = fakeBucket(sseS3, {
      onPut: () => {
        if (aws.sent.length > 1) return undefined;
        aws.encryption = meanwhile;
        return { answer: conflict, takesEffect: false };
      },
      ...(onGet && { onGet }),
    });
    return aws;
  }

  it('is sent again to a bucket that is read anew and still as planned', async () => {
    const aws = refusing(sseS3);
    expect(await run(aws)).toMatchObject({ kind: 'applied-and-verified', requestId: 'PUT1' });
    expect(aws.calls).toEqual(['get', 'put', 'get', 'put', 'get']);
  });

  it('is not sent again to one that somebody has changed meanwhile', async () => {
    const aws = refusing(theirs);
    const journal = memoryJournal();
    const refused = { kind: 'refused', refusal: { reason: 'changed' }, journal: 'memory.jsonl' };
    expect(await run(aws, { journal })).toMatchObject(refused);
    expect([aws.calls, aws.encryption]).toEqual([['get', 'put', 'get'], theirs]);
    expect(journal.entries.slice(1)).toEqual([
      { step: 'answered', failure: { kind: 'conflict', code: 'OperationAborted', status: 409 } },
      { step: 'finished', result: 'failed' },
    ]);
  });

  it('is not sent again to one that somebody has changed while it was asked who calls', async () => {
    const bucket = refusing(sseS3);
    const callerIdentity: FakeBucket['callerIdentity'] = () => {
      if (bucket.sent.length === 1) bucket.encryption = theirs;
      return samePlace.callerIdentity();
    };
    expect(await run({ ...bucket, callerIdentity })).toMatchObject({ kind: 'refused', refusal: { reason: 'changed' } });
    expect([bucket.calls, bucket.encryption]).toEqual([['get', 'put', 'get'], theirs]);
  });

  it('is not sent again once the credentials are another account’s', async () => {
    const bucket = refusing(sseS3);
    const owners = ['111122223333', '444455556666'].map((account) => ({ account, principal: 'arn' }));
    const callerIdentity = async () => ({ ok: true, value: owners[bucket.sent.length] ?? owners[0] }) as never;
    const journal = memoryJournal();
    const refused = { kind: 'refused', refusal: { reason: 'changed' }, journal: 'memory.jsonl' };
    expect(await run({ ...bucket, callerIdentity }, { journal })).toMatchObject(refused);
    expect([bucket.calls, journal.state]).toEqual([['get', 'put', 'get'], 'closed']);
  });

  it('and that got through all the same is known by what the bucket shows', async () => {
    const aws = refusing(applied);
    const journal = memoryJournal();
    expect(await run(aws, { journal })).toMatchObject({ kind: 'applied-and-verified', after: applied });
    expect(aws.calls).toEqual(['get', 'put', 'get']);
    expect(journal.entries.at(-1)).toMatchObject({ result: 'applied-and-verified', after: applied });
  });

  it('is not sent again to one that cannot be read any more', async () => {
    const aws = refusing(sseS3, (reading) => (reading > 1 ? failed({ kind: 'access-denied' }) : undefined));
    expect(await run(aws)).toMatchObject({ kind: 'refused', refusal: { reason: 'unreadable' } });
    expect(aws.calls).toEqual(['get', 'put', 'get']);
  });

  it.each([
    ['has got through all the same', applied, { kind: 'applied-and-verified', after: applied }, 'applied-and-verified'],
    ['has not', sseS3, { kind: 'failed', failure: { kind: 'conflict' } }, 'failed'],
  ])('is read, and keeps its journal, where the user cancels while the bucket is read anew: it %s', async (...row) => {
    const [, meanwhile, outcome, result] = row;
    const leaving = new AbortController();
    const aws = refusing(meanwhile, (reading) => {
      if (reading !== 2) return undefined;
      leaving.abort();
      return failed({ kind: 'cancelled' });
    });
    const journal = memoryJournal();
    expect(await run(aws, { journal, signal: leaving.signal })).toMatchObject(outcome);
    expect(aws.calls).toEqual(['get', 'put', 'get', 'get']);
    expect([journal.state, journal.entries.at(-1)]).toMatchObject(['closed', { result }]);
  });

  it('is told as refused by AWS, and not by anything here, where the user cancels while it is asked who calls', async () => {
    const leaving = new AbortController();
    const bucket = refusing(sseS3);
    const callerIdentity: FakeBucket['callerIdentity'] = async () => {
      if (bucket.sent.length === 0) return samePlace.callerIdentity();
      leaving.abort();
      return failed({ kind: 'cancelled' });
    };
    const outcome = await run({ ...bucket, callerIdentity }, { signal: leaving.signal });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'conflict' } });
  });

  it('is not read once more where the user gives no MFA code, and what became of it stays open', async () => {
    const aws = refusing(applied, (reading) => (reading > 1 ? failed({ kind: 'cancelled' }) : undefined));
    const journal = memoryJournal();
    expect(await run(aws, { journal })).toMatchObject({ kind: 'refused', refusal: { reason: 'unreadable' } });
    expect(aws.calls).toEqual(['get', 'put', 'get']);
    expect([journal.state, journal.entries.at(-1)]).toMatchObject(['closed', { result: 'unknown-unreadable' }]);
  });

  it.each([
    ['has got through all the same', true, { kind: 'applied-and-verified', after: applied }],
    ['has not', false, { kind: 'failed', failure: { kind: 'throttled' } }],
  ])('is read once more where it is not sent again: it %s', async (_, takesEffect, outcome) => {
    const answer = failed({ kind: 'throttled', status: 503 });
    const aws = fakeBucket(sseS3, { onPut: () => ({ answer, takesEffect }) });
    expect(await run(aws)).toMatchObject(outcome);
    expect(aws.calls).toEqual(['get', 'put', 'get']);
  });

  it('lacks its last lines where the disk refuses them, which is told', async () => {
    const outcome = await run(refusing(theirs), { journal: memoryJournal({ failsAt: 3 }) });
    expect(outcome).toMatchObject({ kind: 'refused', journalFault: expect.stringContaining('ENOSPC') });
  });
});

describe('without an answer', () => {
  const noAnswer = failed({ kind: 'no-answer', code: 'ECONNRESET', unsettled: true });

  it.each([
    ['applied', true, undefined],
    ['not-applied', false, undefined],
    ['changed', false, { sseAlgorithm: 'aws:kms:dsse' }],
  ])('the bucket tells: %s', async (found, takesEffect, meanwhile) => {
    const aws = fakeBucket(sseS3, {
      onPut: () => {
        if (meanwhile) aws.encryption = meanwhile;
        return { answer: noAnswer, takesEffect };
      },
    });
    const journal = memoryJournal();
    expect(await run(aws, { journal })).toMatchObject({ kind: 'unknown', found, after: aws.encryption });
    expect(journal.entries[1]).toMatchObject({ step: 'answered', failure: { kind: 'no-answer', unsettled: true } });
    expect(journal.entries[2]).toMatchObject({ step: 'finished', result: `unknown-${found}` });
  });

  it('a bucket that cannot be read tells nothing', async () => {
    const aws = fakeBucket(sseS3, {
      onPut: () => ({ answer: noAnswer, takesEffect: true }),
      onGet: (reading) => (reading > 1 ? failed({ kind: 'network' }) : undefined),
    });
    expect(await run(aws)).toMatchObject({ kind: 'unknown', found: 'unreadable', readFailure: { kind: 'network' } });
  });

  it('the bucket is given time before it counts as not changed', async () => {
    const aws = fakeBucket(sseS3, {
      onPut: () => ({ answer: noAnswer, takesEffect: false }),
      onGet: (reading) => {
        if (reading === 4) aws.encryption = applied;
        return undefined;
      },
    });
    expect(await run(aws)).toMatchObject({ kind: 'unknown', found: 'applied' });
  });
});

describe('a cancel', () => {
  const controller = () => {
    const own = new AbortController();
    return { abort: () => own.abort(), signal: own.signal };
  };

  it('before the request is sent keeps it back', async () => {
    const { abort, signal } = controller();
    const aws = fakeBucket(sseS3);
    const journal = memoryJournal({ onEntry: abort });
    expect(await run(aws, { journal, signal })).toEqual({ kind: 'cancelled' });
    expect([aws.calls, journal.state]).toEqual([['get'], 'discarded']);
  });

  it('before the request is sent is one also where the disk keeps the journal', async () => {
    const { abort, signal } = controller();
    const journal = memoryJournal({ onEntry: abort });
    const begin: typeof journal.begin = async (entry) => {
      const discard = () => Promise.reject(new Error('EPERM: operation not permitted'));
      return { ...(await journal.begin(entry)), discard };
    };
    expect(await run(fakeBucket(sseS3), { journal: { begin }, signal })).toEqual({ kind: 'cancelled' });
    expect(journal.state).toBe('closed');
  });

  it('while the request is on its way does not cut the looking short', async () => {
    const { abort, signal } = controller();
    const aws = fakeBucket(sseS3, {
      onPut: () => {
        abort();
        return { answer: failed({ kind: 'cancelled', unsettled: true }), takesEffect: false };
      },
      onGet: (reading) => {
        if (reading === 4) aws.encryption = applied;
        return undefined;
      },
    });
    expect(await run(aws, { signal })).toMatchObject({ kind: 'unknown', found: 'applied' });
  });

  it('after the answer leaves one more reading', async () => {
    const { abort, signal } = controller();
    const aws = fakeBucket(sseS3, { onGet: () => ({ ok: true, value: sseS3 }) });
    const onProgress = ({ step }: Progress) => step === 'reading' && abort();
    expect((await run(aws, { signal, onProgress })).kind).toBe('applied-not-visible');
    expect(aws.calls).toEqual(['get', 'put', 'get']);
  });
});

it.each([2, 3])('a disk that refuses line %i does not hide the outcome', async (failsAt) => {
  const outcome = await run(fakeBucket(sseS3), { journal: memoryJournal({ failsAt }) });
  expect(outcome).toMatchObject({ kind: 'applied-and-verified', journalFault: expect.stringContaining('ENOSPC') });
});
