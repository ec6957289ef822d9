import type { Check } from '../../client/src/apply/checks/check.ts';
import type { Desired } from '../../client/src/apply/plan/request.ts';
import type { FailureKind } from '../../client/src/aws/failure.ts';
import type { RuleId } from '../../server/src/core/rules/ruleIds.ts';
import type { Fault } from '../sandbox/faults.ts';
import type { OperationName } from '../sandbox/operations.ts';
import type { SandboxOptions } from '../sandbox/server.ts';
import { desiredOf } from './fakes.ts';

export const account = '111122223333';
const other = '444455556666';
const directory = 'fast--use1-az4--x-s3';
/** A directory bucket that has the key for life. */
export const keyed = 'keyed--use1-az4--x-s3';
export const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
/** Keys beside that one, by what is the matter with them. */
export const ids = {
  disabled: '22222222-2222-2222-2222-222222222222',
  asymmetric: '33333333-3333-3333-3333-333333333333',
  theirs: '44444444-4444-4444-4444-444444444444',
  second: '55555555-5555-5555-5555-555555555555',
  missing: '66666666-6666-6666-6666-666666666666',
};
/** The ARN of a key. */
export const arn = (key: string, owner = account, region = 'us-east-1') => `arn:aws:kms:${region}:${owner}:key/${key}`;
/** A document that asks for SSE-KMS. */
export const kms = (kmsMasterKeyId?: string) =>
  desiredOf({ sseAlgorithm: 'aws:kms', ...(kmsMasterKeyId !== undefined && { kmsMasterKeyId }) });
const dsse = (kmsMasterKeyId: string) => desiredOf({ sseAlgorithm: 'aws:kms:dsse', kmsMasterKeyId });
const logPolicy = JSON.stringify({ Statement: [{ Principal: { Service: 'logging.s3.amazonaws.com' } }] });

/** An account with a bucket and a key for each thing that can be the matter. */
export const seeds: SandboxOptions = {
  buckets: [
    { name: 'mine' },
    { name: 'stacked', tags: { 'aws:cloudformation:stack-name': 'network-prod' } },
    { name: 'logs', policy: logPolicy },
    { name: 'open', encryption: { algorithm: 'AES256', bucketKeyEnabled: false, blockedTypes: ['NONE'] } },
    { name: 'silent', encryption: { algorithm: 'AES256', bucketKeyEnabled: false } },
    { name: 'theirs', account: other, sharedWith: [account] },
    { name: 'abroad', region: 'eu-west-1' },
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

/** What is asked for, and how the account stands to it. */
export interface Situation {
  readonly bucket: string;
  readonly desired: Desired;
  readonly denied?: readonly string[];
  readonly faults?: readonly Fault[];
}

/** A situation, and what a check makes of it. */
export interface Case extends Situation {
  readonly check: Check['name'];
  /** How the check begins; undefined where there is nothing to look at. */
  readonly is: string | undefined;
  /** The rule that refuses such a document: the command ends before it comes to the check, which stands behind the rule. */
  readonly refusedBy?: RuleId;
}

/** A server in place of AWS that has no STS. */
const withoutAccounts: readonly Fault[] = [
  { operation: 'GetCallerIdentity', times: 100, effect: { kind: 'refuse', status: 501, code: 'NotImplemented' } },
];

/** KMS answers nothing of keys. */
const withoutKms: readonly Fault[] = [
  { operation: 'DescribeKey', times: 100, effect: { kind: 'refuse', status: 501, code: 'NotImplemented' } },
];

/** Each check, in each of its results that the account can show. */
export const cases: readonly Case[] = [
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
  {
    check: 'bucket owner',
    bucket: 'mine',
    desired: kms(),
    faults: withoutAccounts,
    is: 'not-checked: this server has no accounts to tell of',
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
  {
    check: 'key',
    bucket: directory,
    desired: kms(),
    is: 'failed: a directory bucket needs a customer managed key',
    refusedBy: 'managed-key-on-directory-bucket',
  },
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
  { check: 'key use', bucket: 'mine', desired: kms(ids.asymmetric), is: `not-checked: ${arn(ids.asymmetric)} is not` },
  { check: 'key use', bucket: 'mine', desired: kms(id), denied: ['kms:DescribeKey'], is: 'passed: you may' },

  { check: 'key form', bucket: 'mine', desired: kms(arn(id)), is: 'passed: the full key ARN' },
  { check: 'key form', bucket: 'mine', desired: kms(id), is: 'passed: a key id is looked up' },
  { check: 'key form', bucket: 'mine', desired: kms('alias/mine'), is: 'warning: an alias is looked up' },
  {
    check: 'key form',
    bucket: directory,
    desired: kms('alias/mine'),
    is: 'failed: a directory bucket takes no alias',
    refusedBy: 'kms-alias-on-directory-bucket',
  },
  { check: 'key form', bucket: 'mine', desired: kms('alias/aws/s3'), is: undefined },

  { check: 'key account', bucket: 'mine', desired: kms(id), denied: ['kms:DescribeKey'], is: 'not-checked: KMS did' },
  {
    check: 'key account',
    bucket: 'mine',
    desired: kms(id),
    faults: withoutAccounts,
    is: `not-checked: account ${account}; the bucket's is not known`,
  },
  { check: 'key form', bucket: 'mine', desired: kms(id), denied: ['kms:DescribeKey'], is: 'not-checked: KMS did not' },

  { check: 'key for life', bucket: 'mine', desired: kms(id), is: undefined },
  { check: 'key for life', bucket: directory, desired: kms(id), is: 'warning: the first customer managed key' },
  { check: 'key for life', bucket: directory, desired: kms(id), denied: ['kms:DescribeKey'], is: 'warning: the first' },
  { check: 'key for life', bucket: directory, desired: kms(id), faults: withoutKms, is: 'warning: the first' },
  { check: 'key for life', bucket: keyed, desired: kms(ids.second), is: `failed: the bucket has ${arn(id)}` },
  { check: 'key for life', bucket: keyed, desired: kms(ids.second), denied: ['kms:DescribeKey'], is: 'not-checked: K' },
  {
    check: 'key for life',
    bucket: keyed,
    desired: dsse(arn(id)),
    is: 'passed: the key that the bucket has',
    refusedBy: 'dsse-on-directory-bucket',
  },
  {
    check: 'key for life',
    bucket: keyed,
    desired: dsse(id),
    denied: ['kms:DescribeKey'],
    is: 'passed: the key that the bucket has',
    refusedBy: 'dsse-on-directory-bucket',
  },
];

/** A situation in which a check can't pass, and without which there is no plan to check: the bucket can't be read. */
export interface Ending extends Situation {
  readonly check: Check['name'];
  readonly result: 'failed' | 'not-checked';
  readonly why: FailureKind;
  /** The call of the command's that fails. */
  readonly at: OperationName;
}

/** Situations that end before there is a plan to check. */
export const withoutPlan: readonly Ending[] = [
  {
    check: 'bucket exists',
    result: 'failed',
    bucket: 'gone',
    desired: kms(),
    why: 'no-such-bucket',
    at: 'HeadBucket',
  },
  {
    check: 'bucket exists',
    result: 'not-checked',
    bucket: 'mine',
    desired: kms(),
    denied: ['s3:GetEncryptionConfiguration'],
    why: 'access-denied',
    at: 'GetBucketEncryption',
  },
  {
    check: 'bucket type',
    result: 'failed',
    // A directory bucket by its name, and none that their endpoint knows.
    bucket: 'mine--use1-az4--x-s3',
    desired: kms(id),
    why: 'no-such-bucket',
    at: 'GetBucketEncryption',
  },
  {
    check: 'bucket Region',
    result: 'failed',
    bucket: 'abroad',
    desired: kms(),
    // The listing would tell the Region, and the command ask there.
    denied: ['s3:ListAllMyBuckets'],
    why: 'wrong-region',
    at: 'HeadBucket',
  },
];
