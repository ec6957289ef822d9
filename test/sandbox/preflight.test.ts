import { GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { GetBucketPolicyCommand, GetBucketTaggingCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { clientsOf, resultOf } from './clients.ts';
import type { SandboxOptions } from './server.ts';
import { startSandbox } from './startSandbox.ts';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
const options: SandboxOptions = {
  buckets: [{ name: 'bare' }, { name: 'dressed', tags: { team: 'a & b', stage: 'prod' }, policy }],
  keys: [
    { id },
    { id: '22222222-2222-2222-2222-222222222222', state: 'Disabled' },
    { id: '33333333-3333-3333-3333-333333333333', state: 'PendingDeletion' },
    { id: '44444444-4444-4444-4444-444444444444', spec: 'RSA_2048' },
  ],
};

async function clients(denied: readonly string[] = []) {
  return clientsOf(await startSandbox({ ...options, principals: [{ accessKeyId: 'AKIASANDBOX', denied }] }));
}

describe('GenerateDataKey with DryRun', () => {
  const tryKey = async (KeyId: string, denied: readonly string[] = [], DryRun: boolean | undefined = true) => {
    const { kms } = await clients(denied);
    const result = await resultOf(kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', DryRun })));
    return result.code;
  };

  it.each([
    [id, 'DryRunOperationException'],
    ['22222222-2222-2222-2222-222222222222', 'DisabledException'],
    ['33333333-3333-3333-3333-333333333333', 'KMSInvalidStateException'],
    ['44444444-4444-4444-4444-444444444444', 'InvalidKeyUsageException'],
    ['55555555-5555-5555-5555-555555555555', 'NotFoundException'],
  ])('of %s is %s', async (key, code) => {
    expect(await tryKey(key)).toBe(code);
  });

  it('is refused to a principal without the permission', async () => {
    expect(await tryKey(id, ['kms:GenerateDataKey'])).toBe('AccessDeniedException');
  });

  it('hands out no key without DryRun', async () => {
    expect(await tryKey(id, [], false)).toBe('NotImplemented');
  });
});

describe('GetBucketTagging', () => {
  it('gives the tags', async () => {
    const { s3 } = await clients();
    const { output } = await resultOf(s3.send(new GetBucketTaggingCommand({ Bucket: 'dressed' })));
    expect(output).toMatchObject({
      TagSet: [
        { Key: 'team', Value: 'a & b' },
        { Key: 'stage', Value: 'prod' },
      ],
    });
  });

  it('has no set of tags for a bucket without any', async () => {
    const { s3 } = await clients();
    const result = await resultOf(s3.send(new GetBucketTaggingCommand({ Bucket: 'bare' })));
    expect(result).toMatchObject({ status: 404, code: 'NoSuchTagSet' });
  });
});

describe('GetBucketPolicy', () => {
  it('gives the policy as it is', async () => {
    const { s3 } = await clients();
    const { output } = await resultOf(s3.send(new GetBucketPolicyCommand({ Bucket: 'dressed' })));
    expect(output).toMatchObject({ Policy: policy });
  });

  it('is refused where there is none, or without the permission', async () => {
    const ask = async (Bucket: string, denied: readonly string[]) => {
      const { s3 } = await clients(denied);
      return (await resultOf(s3.send(new GetBucketPolicyCommand({ Bucket })))).code;
    };
    expect(await ask('bare', [])).toBe('NoSuchBucketPolicy');
    expect(await ask('dressed', ['s3:GetBucketPolicy'])).toBe('AccessDenied');
  });
});
