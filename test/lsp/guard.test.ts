import { expect, test } from 'vitest';
import { CancellationToken, LSPErrorCodes } from 'vscode-languageserver';
import { answer, reportTo, sayOnce } from '../../server/src/lsp/guard.ts';
import { afterQueuedMessages } from '../../server/src/lsp/turns.ts';

test('a request that fails is answered with its fallback, and the failure told', async () => {
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const error = new Error('out of luck');
  const answered = answer(() => Promise.reject(error), { token: CancellationToken.None, fallback: 'none', onFailure });
  expect(await answered).toBe('none');
  expect(failures).toEqual([error]);
});

test('a request that was cancelled before its turn does no work', async () => {
  let worked = false;
  const work = async () => {
    worked = true;
  };
  const answered = answer(work, { token: CancellationToken.Cancelled, fallback: undefined, onFailure: () => {} });
  await expect(answered).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(worked).toBe(false);
});

test('a failure that comes again is said once', () => {
  const log: string[] = [];
  const report = reportTo(sayOnce((message) => log.push(message)));
  const error = new Error('out of luck');
  report('rule no-rule', error);
  report('rule no-rule', error);
  report('rule empty-rule', 'no more');
  expect(log).toEqual([
    expect.stringMatching(/^rule no-rule failed: Error: out of luck\n +at /),
    'rule empty-rule failed: no more',
  ]);
});

test('work waits for the messages that are queued, each in a turn of its own, and runs once', async () => {
  const order: string[] = [];
  await new Promise<void>((resolve) => {
    const later = afterQueuedMessages(() => {
      order.push('work');
      resolve();
    });
    // As the connection does: a message is handled, then the turn for the next one is asked for.
    const handle = (left: number): void => {
      order.push('message');
      later();
      if (left > 1) setImmediate(handle, left - 1);
    };
    handle(5);
  });
  expect(order).toEqual(['message', 'message', 'message', 'message', 'message', 'work']);
});
