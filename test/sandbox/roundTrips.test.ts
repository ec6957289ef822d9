import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  PutBucketEncryptionCommand,
  type S3Client,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { clientsOf, lastMark, resultOf } from './clients.ts';
import { startSandbox } from './startSandbox.ts';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const keyArn = `arn:aws:kms:us-east-1:111122223333:key/${keyId}`;
const directory = 'fast--use1-az4--x-s3';

function put(s3: S3Client, Bucket: string, rule: ServerSideEncryptionRule) {
  return s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } }));
}

async function get(s3: S3Client, Bucket: string) {
  const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
  return ServerSideEncryptionConfiguration?.Rules;
}

describe('a general purpose bucket', () => {
  it.each(['AES256', 'aws:kms', 'aws:kms:dsse'] as const)(
    'shows %s as it was put, bucket keys off and the block kept',
    async (SSEAlgorithm) => {
      const { s3 } = clientsOf(await startSandbox({ buckets: [{ name: 'bucket' }] }));
      await put(s3, 'bucket', { ApplyServerSideEncryptionByDefault: { SSEAlgorithm } });
      expect(await get(s3, 'bucket')).toEqual([
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm },
          BucketKeyEnabled: false,
          BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] },
        },
      ]);
    },
  );

  it.each([keyId, keyArn, 'alias/aws/s3', 'arn:aws:kms:us-east-1:111122223333:alias/my-key', 'no key at all <&>'])(
    'echoes the key %s verbatim',
    async (KMSMasterKeyID) => {
      const { s3 } = clientsOf(await startSandbox({ buckets: [{ name: 'bucket' }] }));
      const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } as const;
      await put(s3, 'bucket', { ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: true });
      expect(await get(s3, 'bucket')).toMatchObject([
        { ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: true },
      ]);
    },
  );

  it('changes the block when a Put states it', async () => {
    const { s3 } = clientsOf(await startSandbox({ buckets: [{ name: 'bucket' }] }));
    await put(s3, 'bucket', {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
      BlockedEncryptionTypes: { EncryptionType: ['NONE'] },
    });
    expect(await get(s3, 'bucket')).toMatchObject([{ BlockedEncryptionTypes: { EncryptionType: ['NONE'] } }]);
  });

  it('is SSE-S3 again after a Delete; what became of the block is marked', async () => {
    const { s3, redirect } = clientsOf(await startSandbox({ buckets: [{ name: 'bucket' }] }));
    await put(s3, 'bucket', { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } });
    await s3.send(new DeleteBucketEncryptionCommand({ Bucket: 'bucket' }));
    expect(lastMark(redirect)).toBeUndefined();
    expect(await get(s3, 'bucket')).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
    ]);
    expect(lastMark(redirect)).toBe('delete-keeps-blocked-types');
  });

  it('is left as it was by a Put that is refused', async () => {
    const { s3 } = clientsOf(await startSandbox({ buckets: [{ name: 'bucket' }] }));
    const before = await get(s3, 'bucket');
    const byDefault = { SSEAlgorithm: 'AES256', KMSMasterKeyID: keyId } as const;
    await resultOf(put(s3, 'bucket', { ApplyServerSideEncryptionByDefault: byDefault }));
    expect(await get(s3, 'bucket')).toEqual(before);
  });
});

describe('a directory bucket', () => {
  it('has bucket keys on with a key, though nobody said so', async () => {
    const sandbox = await startSandbox({ buckets: [{ name: directory }], keys: [{ id: keyId }] });
    const { s3 } = clientsOf(sandbox);
    const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } as const;
    await put(s3, directory, { ApplyServerSideEncryptionByDefault: byDefault });
    expect(await get(s3, directory)).toEqual([
      { ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: true },
    ]);
  });

  it('takes its one key again, also in its other form, and refuses another for its lifetime', async () => {
    const other = '5678efab-56ef-78ab-90cd-567890abcdef';
    const sandbox = await startSandbox({ buckets: [{ name: directory }], keys: [{ id: keyId }, { id: other }] });
    const { s3 } = clientsOf(sandbox);
    const withKey = (KMSMasterKeyID: string): ServerSideEncryptionRule => ({
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID },
    });
    await put(s3, directory, withKey(keyArn));
    await put(s3, directory, withKey(keyId));
    await put(s3, directory, { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } });
    await s3.send(new DeleteBucketEncryptionCommand({ Bucket: directory }));
    expect((await resultOf(put(s3, directory, withKey(other)))).error).toBeDefined();
    await put(s3, directory, withKey(keyId));
  });
});
