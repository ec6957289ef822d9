import { describe, expect, it } from 'vitest';
import { type AwsToPlan, comparePlan, preparePlan } from '../../client/src/apply/plan/prepare.ts';
import { account, desiredOf, failed, kmsKey } from './fakes.ts';

const principal = `arn:aws:iam::${account}:user/ada`;
const bucket = { name: 'plain-bucket', type: 'general-purpose' } as const;
const desired = desiredOf({ sseAlgorithm: 'aws:kms' });

function awsWith(more: Partial<AwsToPlan> = {}): AwsToPlan {
  return {
    profile: 'dev',
    region: 'eu-central-1',
    endpoint: { kind: 'aws' },
    effectiveHost: async (name) => `${name}.s3.eu-central-1.amazonaws.com`,
    callerIdentity: async () => ({ ok: true, value: { account, principal } }),
    getEncryption: async () => ({ ok: true, value: { sseAlgorithm: 'AES256' } }),
    isOwnedBy: async () => ({ ok: true, value: true }),
    bucketTags: async () => ({ ok: true, value: {} }),
    bucketPolicy: async () => ({ ok: true, value: '' }),
    describeKey: async () => failed({ code: 'NotFoundException' }),
    tryKey: async () => failed({ code: 'NotFoundException' }),
    ...more,
  };
}

const elsewhere = { kind: 'redirected', url: new URL('http://localhost:9000') } as const;

it('asks who the caller is, what the bucket has, and where it will be sent', async () => {
  const prepared = await preparePlan(awsWith(), desired, bucket);
  expect(prepared).toMatchObject({
    ok: true,
    plan: {
      target: {
        bucket,
        region: 'eu-central-1',
        account,
        principal,
        profile: 'dev',
        host: 'plain-bucket.s3.eu-central-1.amazonaws.com',
      },
      before: { sseAlgorithm: 'AES256' },
      request: { expectedBucketOwner: account },
    },
  });
});

describe('without the caller', () => {
  const nobody = { callerIdentity: async () => failed({ kind: 'other', status: 400 }) };

  it('plans nothing on AWS', async () => {
    const prepared = await preparePlan(awsWith(nobody), desired, bucket);
    expect(prepared).toMatchObject({ ok: false, failure: { status: 400 } });
  });

  it('plans elsewhere, where there may be no accounts', async () => {
    const prepared = await preparePlan(awsWith({ ...nobody, endpoint: elsewhere }), desired, bucket);
    expect(prepared.ok && prepared.plan.request).toEqual({
      bucket: bucket.name,
      configuration: { sseAlgorithm: 'aws:kms' },
    });
  });

  it('plans nothing elsewhere without credentials', async () => {
    const callerIdentity = async () => failed({ kind: 'no-credentials', status: 403 });
    const prepared = await preparePlan(awsWith({ callerIdentity, endpoint: elsewhere }), desired, bucket);
    expect(prepared).toMatchObject({ ok: false, failure: { kind: 'no-credentials' } });
  });
});

it('refuses where the bucket cannot be read, and asks no more: a name that is none has no host', async () => {
  const getEncryption = async () => failed({ kind: 'access-denied' });
  const effectiveHost = () => Promise.reject(new TypeError('Invalid URL'));
  const prepared = await preparePlan(awsWith({ getEncryption, effectiveHost }), desired, bucket);
  expect(prepared).toMatchObject({ ok: false, refusal: { reason: 'unreadable' } });
});

it('tells a cancel as a cancel', async () => {
  const getEncryption = async () => failed({ kind: 'cancelled' });
  const prepared = await preparePlan(awsWith({ getEncryption }), desired, bucket);
  expect(prepared).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
});

describe('a cancel while AWS is asked about the plan', () => {
  const keyed = desiredOf({ sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey });

  /** Left with the call of this name: what is asked from there on is not answered any more. */
  const leftIn = (name: 'bucketTags' | 'describeKey' | 'effectiveHost') => {
    const leaving = new AbortController();
    const leave = async () => {
      leaving.abort();
      return name === 'effectiveHost' ? 'host' : failed({ kind: 'cancelled' });
    };
    return { aws: { ...awsWith(), [name]: leave }, signal: leaving.signal };
  };

  it.each(['bucketTags', 'describeKey', 'effectiveHost'] as const)('gives no plan: in %s', async (name) => {
    const { aws, signal } = leftIn(name);
    const prepared = await preparePlan(aws, keyed, bucket, { signal });
    expect(prepared).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });

  it('gives no comparison either', async () => {
    const { aws, signal } = leftIn('effectiveHost');
    expect(await comparePlan(aws, keyed, bucket, { signal })).toMatchObject({ ok: false });
  });
});
