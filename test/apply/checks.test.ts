import { afterEach, describe, expect, it } from 'vitest';
import type { Check } from '../../client/src/apply/checks/check.ts';
import { execute } from '../../client/src/apply/execute.ts';
import { journalIn } from '../../client/src/apply/journal.ts';
import type { Plan } from '../../client/src/apply/plan.ts';
import { preparePlan } from '../../client/src/apply/prepare.ts';
import type { Desired } from '../../client/src/apply/request.ts';
import type { Aws } from '../../client/src/aws/aws.ts';
import { bucketTypeOf } from '../../client/src/aws/bucketName.ts';
import { openAt, sharedFiles } from '../aws/open.ts';
import { type Sandbox, type SandboxOptions, start } from '../sandbox/server.ts';
import { desiredOf } from './fakes.ts';

const account = '111122223333';
const other = '444455556666';
const directory = 'fast--use1-az4--x-s3';
const keyed = 'keyed--use1-az4--x-s3';
const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const ids = {
  disabled: '22222222-2222-2222-2222-222222222222',
  asymmetric: '33333333-3333-3333-3333-333333333333',
  theirs: '44444444-4444-4444-4444-444444444444',
  second: '55555555-5555-5555-5555-555555555555',
  missing: '66666666-6666-6666-6666-666666666666',
};
const arn = (key: string, owner = account, region = 'us-east-1') => `arn:aws:kms:${region}:${owner}:key/${key}`;
const kms = (kmsMasterKeyId?: string) =>
  desiredOf({ sseAlgorithm: 'aws:kms', ...(kmsMasterKeyId !== undefined && { kmsMasterKeyId }) });
const logPolicy = JSON.stringify({ Statement: [{ Principal: { Service: 'logging.s3.amazonaws.com' } }] });

const seeds: SandboxOptions = {
  buckets: [
    { name: 'mine' },
    { name: 'stacked', tags: { 'aws:cloudformation:stack-name': 'network-prod' } },
    { name: 'logs', policy: logPolicy },
    { name: 'open', encryption: { algorithm: 'AES256', bucketKeyEnabled: false, blockedTypes: ['NONE'] } },
    { name: 'silent', encryption: { algorithm: 'AES256', bucketKeyEnabled: false } },
    { name: 'theirs', account: other, sharedWith: [account] },
    { name: directory },
    { name: keyed, encryption: { algorithm: 'aws:kms', key: id, bucketKeyEnabled: true } },
  ],
  keys: [
    { id, aliases: ['alias/mine'] },
    { id: ids.disabled, state: 'Disabled' },
    { id: ids.asymmetric, spec: 'RSA_2048' },
    { id: ids.theirs, account: other, sharedWith: [account], aliases: ['alias/shared'] },
    { id: ids.second },
  ],
};

let sandbox: Sandbox;
let aws: Aws;

afterEach(async () => {
  aws.close();
  await sandbox.stop();
});

async function prepare(bucket: string, desired: Desired, denied: readonly string[] = []) {
  sharedFiles({ credentials: '[dev]\naws_access_key_id = AKIASANDBOX\naws_secret_access_key = any\n' });
  sandbox = await start({ ...seeds, principals: [{ accessKeyId: 'AKIASANDBOX', denied }] });
  aws = await openAt(sandbox.url, { region: 'us-east-1' });
  return preparePlan(aws, desired, { name: bucket, type: bucketTypeOf(bucket) });
}

async function planFor(bucket: string, desired: Desired, denied: readonly string[] = []): Promise<Plan> {
  const prepared = await prepare(bucket, desired, denied);
  if (!('plan' in prepared)) throw new Error(JSON.stringify(prepared));
  return prepared.plan;
}

const shown = (check: Check | undefined) => check && `${check.result}: ${check.message}`;

interface Case {
  readonly check: Check['name'];
  readonly bucket: string;
  readonly desired: Desired;
  readonly denied?: readonly string[];
  /** How the check begins; undefined where there is nothing to look at. */
  readonly is: string | undefined;
}

const cases: readonly Case[] = [
  { check: 'bucket exists', bucket: 'mine', desired: kms(), is: 'passed: GetBucketEncryption answered for mine' },
  { check: 'bucket exists', bucket: directory, desired: kms(id), is: 'passed: GetBucketEncryption answered' },
  { check: 'bucket type', bucket: 'mine', desired: kms(), is: 'passed: a general purpose bucket' },
  { check: 'bucket type', bucket: directory, desired: kms(id), is: 'passed: a directory bucket' },
  { check: 'bucket Region', bucket: 'mine', desired: kms(), is: 'passed: the endpoint of us-east-1' },

  { check: 'bucket owner', bucket: 'mine', desired: kms(), is: `passed: account ${account} owns it` },
  { check: 'bucket owner', bucket: directory, desired: kms(id), is: 'passed: a directory bucket answers' },
  { check: 'bucket owner', bucket: 'theirs', desired: kms(), is: `failed: account ${account} does not own it` },
  {
    check: 'bucket owner',
    bucket: 'theirs',
    desired: { ...kms(), request: { expectedBucketOwner: other } },
    is: `warning: account ${other} owns it, as the document states, and you call as ${account}`,
  },

  { check: 'SSE-C block', bucket: 'mine', desired: kms(), is: 'passed: uploads with SSE-C stay blocked' },
  { check: 'SSE-C block', bucket: 'open', desired: kms(), is: 'passed: uploads with SSE-C stay allowed' },
  { check: 'SSE-C block', bucket: 'silent', desired: kms(), is: 'passed: neither the bucket nor the request' },
  { check: 'SSE-C block', bucket: directory, desired: kms(id), is: undefined },
  {
    check: 'SSE-C block',
    bucket: 'mine',
    desired: desiredOf({ sseAlgorithm: 'AES256', blockedEncryptionTypes: ['NONE'] }),
    is: 'warning: lifted',
  },
  {
    check: 'SSE-C block',
    bucket: 'open',
    desired: desiredOf({ sseAlgorithm: 'AES256', blockedEncryptionTypes: ['SSE-C'] }),
    is: 'warning: set',
  },

  { check: 'CloudFormation stack', bucket: 'mine', desired: kms(), is: 'passed: no stack has tagged it' },
  { check: 'CloudFormation stack', bucket: 'stacked', desired: kms(), is: 'warning: the stack network-prod made it' },
  { check: 'CloudFormation stack', bucket: directory, desired: kms(id), is: 'not-checked: the tags of a directory' },
  {
    check: 'CloudFormation stack',
    bucket: 'mine',
    desired: kms(),
    denied: ['s3:GetBucketTagging'],
    is: 'not-checked: User: arn:aws:iam::111122223333:user/sandbox is not authorized to perform: s3:GetBucketTagging',
  },

  { check: 'access logs', bucket: 'mine', desired: kms(), is: 'not-checked: its policy does not let S3 deliver' },
  { check: 'access logs', bucket: 'logs', desired: kms(), is: 'warning: its policy lets S3 deliver access logs' },
  {
    check: 'access logs',
    bucket: 'logs',
    desired: desiredOf({ sseAlgorithm: 'AES256', bucketKeyEnabled: true }),
    is: undefined,
  },
  {
    check: 'access logs',
    bucket: 'logs',
    desired: kms(),
    denied: ['s3:GetBucketPolicy'],
    is: 'not-checked: User:',
  },

  { check: 'key', bucket: 'mine', desired: kms(arn(id)), is: `passed: KMS knows it as ${arn(id)}` },
  { check: 'key', bucket: 'mine', desired: kms('alias/mine'), is: `passed: KMS knows it as ${arn(id)}` },
  { check: 'key', bucket: 'mine', desired: kms(arn(ids.missing)), is: 'failed: KMS does not know it: Key' },
  { check: 'key', bucket: 'mine', desired: kms('alias/none'), is: 'failed: KMS does not know it: Alias' },
  { check: 'key', bucket: 'mine', desired: kms(), is: 'not-checked: the AWS managed key aws/s3' },
  { check: 'key', bucket: 'mine', desired: kms('alias/aws/s3'), is: 'not-checked: the AWS managed key aws/s3' },
  { check: 'key', bucket: directory, desired: kms(), is: 'failed: a directory bucket needs a customer managed key' },
  { check: 'key', bucket: 'mine', desired: kms(id), denied: ['kms:DescribeKey'], is: 'not-checked: User:' },

  { check: 'key Region', bucket: 'mine', desired: kms(arn(id)), is: 'passed: us-east-1, as the bucket' },
  { check: 'key Region', bucket: 'mine', desired: kms(arn(id, account, 'eu-west-1')), is: 'failed: the key is in eu' },
  { check: 'key state', bucket: 'mine', desired: kms(id), is: 'passed: Enabled' },
  { check: 'key state', bucket: 'mine', desired: kms(ids.disabled), is: 'failed: Disabled' },
  { check: 'key state', bucket: 'mine', desired: kms(id), denied: ['kms:DescribeKey'], is: 'not-checked: KMS did not' },
  { check: 'key kind', bucket: 'mine', desired: kms(id), is: 'passed: KeySpec SYMMETRIC_DEFAULT' },
  { check: 'key kind', bucket: 'mine', desired: kms(ids.asymmetric), is: 'failed: KeySpec RSA_2048' },
  { check: 'key kind', bucket: 'mine', desired: kms(id), denied: ['kms:DescribeKey'], is: 'not-checked: KMS did not' },

  { check: 'key account', bucket: 'mine', desired: kms(arn(id)), is: `passed: account ${account}, as the bucket` },
  {
    check: 'key account',
    bucket: 'mine',
    desired: kms(arn(ids.theirs, other)),
    is: 'warning: the key is account 4444',
  },
  {
    check: 'key account',
    bucket: 'mine',
    desired: kms(`arn:aws:kms:us-east-1:${other}:alias/shared`),
    is: "failed: the key is account 444455556666's and the bucket 111122223333's: only the full key ARN works then",
  },

  { check: 'key use', bucket: 'mine', desired: kms(id), is: 'passed: you may kms:GenerateDataKey' },
  { check: 'key use', bucket: 'mine', desired: kms(id), denied: ['kms:GenerateDataKey'], is: 'warning: you may not' },
  { check: 'key use', bucket: directory, desired: kms(id), denied: ['kms:GenerateDataKey'], is: 'failed: you may not' },
  { check: 'key use', bucket: 'mine', desired: kms(ids.disabled), is: undefined },
  { check: 'key use', bucket: 'mine', desired: kms(id), denied: ['kms:DescribeKey'], is: 'passed: you may' },

  { check: 'key form', bucket: 'mine', desired: kms(arn(id)), is: 'passed: the full key ARN' },
  { check: 'key form', bucket: 'mine', desired: kms(id), is: 'passed: a key id is looked up' },
  { check: 'key form', bucket: 'mine', desired: kms('alias/mine'), is: 'warning: an alias is looked up' },
  { check: 'key form', bucket: directory, desired: kms('alias/mine'), is: 'failed: a directory bucket takes no alias' },
  { check: 'key form', bucket: 'mine', desired: kms('alias/aws/s3'), is: undefined },

  { check: 'key for life', bucket: 'mine', desired: kms(id), is: undefined },
  { check: 'key for life', bucket: directory, desired: kms(id), is: 'warning: the first customer managed key' },
  { check: 'key for life', bucket: keyed, desired: kms(ids.second), is: `failed: the bucket has ${arn(id)}` },
];

it.each(cases)('$check of $bucket: $is', async ({ check: name, bucket, desired, denied, is }) => {
  const { checks } = await planFor(bucket, desired, denied);
  const check = checks.find((each) => each.name === name);
  if (is === undefined) expect(check).toBeUndefined();
  else expect(shown(check)).toContain(is);
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
