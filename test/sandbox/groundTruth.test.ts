import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  PutBucketEncryptionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { type GroundTruth, groundTruth } from '../ground-truth/cases.ts';
import { clientsOf, lastMark, type Result, resultOf } from './clients.ts';
import type { Fault } from './faults.ts';
import type { BucketSeed, KeySeed } from './seeds.ts';
import { startSandbox } from './startSandbox.ts';

/** Of uploads and downloads after a Put: the sandbox holds no objects. */
const ofObjects = groundTruth.filter(({ operation }) => /^(?:Put|Get)Object/.test(operation));
const ofBuckets = groundTruth.filter((each) => !ofObjects.includes(each));
const unknown = ofBuckets.filter(({ outcome }) => outcome === 'unknown');
const answered = ofBuckets.filter(({ expect }) => expect.status !== undefined);
const refusedSomehow = ofBuckets.filter(({ outcome, expect }) => outcome === 'rejected' && expect.status === undefined);

const keys: readonly KeySeed[] = [
  { id: '1234abcd-12ab-34cd-56ef-1234567890ab', aliases: ['alias/my-key'] },
  { id: '5678efab-56ef-78ab-90cd-567890abcdef' },
];

describe('the answers of AWS, replayed through the SDK', () => {
  it('are 65: 42 with their status, 5 refusals without one, 12 unknown, 6 of objects', () => {
    const counts = [groundTruth, answered, refusedSomehow, unknown, ofObjects].map(({ length }) => length);
    expect(counts).toEqual([65, 42, 5, 12, 6]);
  });

  it.each(answered)('$id', async (each) => {
    const { result, mark } = await replay(each);
    const { status, code, message, ArgumentName, body } = each.expect;
    expect({ status: result.status, code: result.code }).toEqual({ status, code });
    if (message && !message.includes('(wording')) expect(result.message).toBe(message);
    if (ArgumentName) expect(result.error).toMatchObject({ ArgumentName });
    if (body) expect(result.output).toEqual({ ServerSideEncryptionConfiguration: body });
    expect(mark).toBeUndefined();
  });

  it.each(refusedSomehow)('$id: refused, and marked for how', async (each) => {
    const { result, mark } = await replay(each);
    expect(result.error).toBeDefined();
    expect(mark).toBeDefined();
  });

  it.each(unknown)('$id: marked as invented', async (each) => {
    const { mark } = await replay(each);
    expect(mark).toBeDefined();
  });
});

/** The bucket as it was when the answer was recorded, where that isn't a bucket created today. */
const buckets: Readonly<Record<string, Omit<BucketSeed, 'name'>>> = {
  // Recorded before new buckets began to block SSE-C.
  'gp-get-default': { encryption: { algorithm: 'AES256', bucketKeyEnabled: false } },
  'gp-get-default-pre-2023': { encryption: null },
  'gp-get-blocked-none-existing-bucket': {
    encryption: { algorithm: 'AES256', bucketKeyEnabled: false, blockedTypes: ['NONE'] },
  },
  'gp-get-only-bucketkey': { encryption: { bucketKeyEnabled: true } },
  'dir-put-second-cmk': {
    encryption: { algorithm: 'aws:kms', key: '1234abcd-12ab-34cd-56ef-1234567890ab', bucketKeyEnabled: true },
  },
};

const faults: Readonly<Record<string, readonly Fault[]>> = {
  'gp-put-concurrent': [
    { operation: 'PutBucketEncryption', effect: { kind: 'refuse', status: 409, code: 'OperationAborted' } },
  ],
};

/** Calls that went before the one that was recorded. */
const before: Readonly<Record<string, (s3: S3Client, Bucket: string) => Promise<unknown>>> = {
  'gp-delete-idempotent': (s3, Bucket) => s3.send(new DeleteBucketEncryptionCommand({ Bucket })),
  'gp-get-blocked-default-new-bucket': (s3, Bucket) =>
    s3.send(
      new PutBucketEncryptionCommand({
        Bucket,
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      }),
    ),
};

async function replay(each: GroundTruth): Promise<{ result: Result; mark: string | undefined }> {
  const name = each.bucketType === 'directory' ? 'bucket--use1-az4--x-s3' : 'bucket';
  const sandbox = await startSandbox({
    buckets: [{ name, ...buckets[each.id] }],
    keys,
    faults: faults[each.id] ?? [],
  });
  const { s3, redirect } = clientsOf(sandbox);
  await before[each.id]?.(s3, name);
  const result = await resultOf(send(s3, each, name));
  return { result, mark: lastMark(redirect) };
}

function send(s3: S3Client, { operation, input }: GroundTruth, name: string) {
  const { Bucket = name, ServerSideEncryptionConfiguration, ExpectedBucketOwner, ContentMD5 } = input;
  if (operation === 'GetBucketEncryption') return s3.send(new GetBucketEncryptionCommand({ Bucket }));
  if (operation === 'DeleteBucketEncryption') return s3.send(new DeleteBucketEncryptionCommand({ Bucket }));
  const request = { Bucket, ServerSideEncryptionConfiguration, ExpectedBucketOwner, ContentMD5 };
  return s3.send(new PutBucketEncryptionCommand(request));
}
