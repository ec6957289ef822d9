import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { execute } from '../../client/src/apply/execute/execute.ts';
import { type Journal, journalIn } from '../../client/src/apply/journal/journal.ts';
import { listRuns } from '../../client/src/apply/journal/journalReader.ts';
import { cancelledBeforeSending } from '../../client/src/aws/toFailure.ts';
import { newFolder } from '../support/folder.ts';
import { desiredOf, failed, fakeBucket, planOf } from './fakes.ts';

const before = { sseAlgorithm: 'AES256' };
const desired = { sseAlgorithm: 'aws:kms' };
const plan = planOf(desiredOf(desired), before);

/** The moments at which the user can cancel: around each thing that is awaited. */
const moments = [
  'at once',
  'in the first reading',
  'after the first reading',
  'while the journal is begun',
  'once the journal is begun',
  'before the request is sent',
  'while the request is on its way, done',
  'while the request is on its way, not done',
  'after the answer',
  'while the answer is written down',
  'in the second reading',
  'after the second reading',
] as const;

const outcomes: Record<(typeof moments)[number], unknown> = {
  'at once': { kind: 'cancelled' },
  'in the first reading': { kind: 'cancelled' },
  'after the first reading': { kind: 'cancelled' },
  'while the journal is begun': { kind: 'cancelled' },
  'once the journal is begun': { kind: 'cancelled' },
  'before the request is sent': { kind: 'cancelled' },
  'while the request is on its way, done': { kind: 'unknown', found: 'applied' },
  'while the request is on its way, not done': { kind: 'unknown', found: 'not-applied' },
  'after the answer': { kind: 'applied-and-verified' },
  'while the answer is written down': { kind: 'applied-and-verified' },
  'in the second reading': { kind: 'applied-and-verified' },
  'after the second reading': { kind: 'applied-and-verified' },
};

it.each(moments)('a cancel %s leaves nothing, or the truth', async (moment) => {
  const folder = newFolder();
  const controller = new AbortController();
  const reach = (reached: (typeof moments)[number]) => {
    if (reached === moment) controller.abort();
  };
  reach('at once');
  const outcome = await execute(plan, {
    aws: cancellable(reach),
    journal: watched(journalIn(folder), reach),
    signal: controller.signal,
    patience: { waits: [0, 1, 1], limit: 5000 },
  });
  expect(outcome).toMatchObject(outcomes[moment] as object);
  if (outcome.kind === 'cancelled') expect(readdirSync(folder)).toEqual([]);
  else expect(await listRuns(folder)).toMatchObject([{ state: 'finished', before: { before } }]);
});

type Reach = (moment: (typeof moments)[number]) => void;

/** A bucket whose calls end with the signal, as those of the SDK do. */
function cancellable(reach: Reach) {
  let readings = 0;
  const aws = fakeBucket(before);
  return {
    callerIdentity: aws.callerIdentity,
    getEncryption: async (bucket: string, signal?: AbortSignal) => {
      readings += 1;
      reach(readings === 1 ? 'in the first reading' : 'in the second reading');
      if (signal?.aborted) return failed(cancelledBeforeSending);
      const answer = await aws.getEncryption(bucket);
      reach(readings === 1 ? 'after the first reading' : 'after the second reading');
      return answer;
    },
    putEncryption: async (request: typeof plan.request, signal?: AbortSignal) => {
      reach('before the request is sent');
      if (signal?.aborted) return failed(cancelledBeforeSending);
      reach('while the request is on its way, not done');
      if (signal?.aborted) return failed({ kind: 'cancelled', unsettled: true });
      const answer = await aws.putEncryption(request);
      reach('while the request is on its way, done');
      if (signal?.aborted) return failed({ kind: 'cancelled', unsettled: true });
      reach('after the answer');
      return answer;
    },
  };
}

function watched(journal: Journal, reach: Reach): Journal {
  return {
    begin: async (entry) => {
      reach('while the journal is begun');
      const run = await journal.begin(entry);
      reach('once the journal is begun');
      return {
        ...run,
        record: async (line) => {
          if (line.step === 'answered') reach('while the answer is written down');
          await run.record(line);
        },
      };
    },
  };
}
