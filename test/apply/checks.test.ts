import { afterEach, describe, expect, it } from 'vitest';
import type { Check } from '../../client/src/apply/checks/check.ts';
import { execute } from '../../client/src/apply/execute/execute.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import type { Plan } from '../../client/src/apply/plan/plan.ts';
import { preparePlan } from '../../client/src/apply/plan/prepare.ts';
import type { Desired } from '../../client/src/apply/plan/request.ts';
import type { Aws } from '../../client/src/aws/aws.ts';
import { bucketTypeOf } from '../../client/src/aws/bucketName.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import { profileOf } from '../sandbox/profiles.mjs';
import { type Sandbox, start } from '../sandbox/server.ts';
import { account, arn, cases, id, ids, keyed, kms, type Situation, seeds, withoutPlan } from './checkCases.ts';

let sandbox: Sandbox;
let aws: Aws;

afterEach(async () => {
  aws.close();
  await sandbox.stop();
});

async function prepare({ bucket, desired, denied = [], faults = [] }: Situation) {
  sharedFiles({ credentials: profileOf('dev') });
  sandbox = await start({ ...seeds, faults, principals: [{ accessKeyId: 'AKIASANDBOX', denied }] });
  aws = await openAt(sandbox.url, { region: 'us-east-1' });
  return preparePlan(aws, desired, { name: bucket, type: bucketTypeOf(bucket) });
}

async function planIn(situation: Situation): Promise<Plan> {
  const prepared = await prepare(situation);
  if (!('plan' in prepared)) throw new Error(JSON.stringify(prepared));
  return prepared.plan;
}

function planFor(bucket: string, desired: Desired, denied: readonly string[] = []): Promise<Plan> {
  return planIn({ bucket, desired, denied });
}

const shown = (check: Check | undefined) => check && `${check.result}: ${check.message}`;

it.each(cases)('$check of $bucket: $is', async ({ check: name, is, ...situation }) => {
  const { checks } = await planIn(situation);
  const check = checks.find((each) => each.name === name);
  if (is === undefined) expect(check).toBeUndefined();
  else expect(shown(check)).toContain(is);
});

it.each(withoutPlan)('$check of $bucket: $result, and no plan, for $why', async ({ why, ...situation }) => {
  const prepared = await prepare(situation);
  expect(prepared).toMatchObject({ ok: false, refusal: { reason: 'unreadable', failure: { kind: why } } });
});

describe('of a key that AWS manages', () => {
  it.each([undefined, 'alias/aws/s3', `arn:aws:kms:us-east-1:${account}:alias/aws/s3`])(
    'nothing is asked: %s',
    async (reference) => {
      await planFor('mine', kms(reference));
      expect(sandbox.requests.filter(({ route }) => route?.service === 'kms')).toEqual([]);
    },
  );
});

it('an alias comes with the ARN to send in its place', async () => {
  const { checks } = await planFor('mine', kms('alias/mine'));
  expect(checks.find(({ betterKey }) => betterKey)?.betterKey).toBe(arn(id));
});

it('a plan with a failed check is not carried out', async () => {
  const plan = await planFor('mine', kms(ids.disabled));
  const outcome = await execute(plan, { aws, journal: journalIn('/nowhere') });
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'check-failed' } });
  expect(sandbox.requests.map(({ operation }) => operation)).not.toContain('PutBucketEncryption');
});

it('what could not be asked for is never passed', async () => {
  const denied = ['s3:GetBucketTagging', 's3:GetBucketPolicy', 'kms:DescribeKey', 'kms:GenerateDataKey'];
  const { checks } = await planFor('mine', kms(arn(id)), denied);
  const passed = checks.filter(({ result }) => result === 'passed').map(({ name }) => name);
  expect(passed).toEqual([
    'bucket exists',
    'bucket type',
    'bucket Region',
    'bucket owner',
    'SSE-C block',
    'key Region',
  ]);
});

describe('no change', () => {
  it.each([id, 'alias/mine', arn(id), `arn:aws:kms:us-east-1:${account}:alias/mine`])(
    'is the same key in another form: %s',
    async (reference) => {
      const plan = await planFor(keyed, kms(reference));
      expect(plan).toMatchObject({ isNoChange: true, checks: [] });
    },
  );

  it('is not another key, nor one that KMS does not tell of', async () => {
    expect((await planFor(keyed, kms(arn(ids.second)))).isNoChange).toBe(false);
    aws.close();
    await sandbox.stop();
    expect((await planFor(keyed, kms(arn(id)), ['kms:DescribeKey'])).isNoChange).toBe(false);
  });
});

it('keys are asked for where the bucket lives, and once a plan', async () => {
  await planFor('mine', kms('alias/mine'));
  const asked = sandbox.requests.filter(({ operation }) => operation === 'DescribeKey');
  expect(asked.map(({ host }) => host)).toEqual(['kms.us-east-1.amazonaws.com']);
});
