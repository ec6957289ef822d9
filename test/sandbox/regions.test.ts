import {
  GetBucketEncryptionCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketEncryptionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { clientsOf, resultOf } from './clients.ts';
import { defaultAccessKeyId } from './profiles.mjs';
import { startSandbox } from './startSandbox.ts';

const buckets = [
  { name: 'at-home' },
  { name: 'abroad', region: 'eu-west-1' },
  { name: 'eu--euw1-az1--x-s3', region: 'eu-west-1' },
];

it('tells the Region of a bucket that is asked for at the right place', async () => {
  const { s3 } = clientsOf(await startSandbox({ buckets }), { region: 'eu-west-1' });
  expect(await s3.send(new HeadBucketCommand({ Bucket: 'abroad' }))).toMatchObject({ BucketRegion: 'eu-west-1' });
});

it.each([
  { operation: 'GetBucketEncryption', command: new GetBucketEncryptionCommand({ Bucket: 'abroad' }) },
  {
    operation: 'PutBucketEncryption',
    command: new PutBucketEncryptionCommand({ Bucket: 'abroad', ServerSideEncryptionConfiguration: { Rules: [] } }),
  },
])('sends $operation at the wrong Region elsewhere, and names the right one', async ({ command }) => {
  const { s3, redirect } = clientsOf(await startSandbox({ buckets }));
  const result = await resultOf(s3.send(command as GetBucketEncryptionCommand));
  expect(result).toMatchObject({ status: 301, code: 'PermanentRedirect' });
  expect(result.error).toMatchObject({ Endpoint: 'abroad.s3.eu-west-1.amazonaws.com', Bucket: 'abroad' });
  expect(redirect.responses.at(-1)?.headers['x-amz-bucket-region']).toBe('eu-west-1');
});

it('sends HeadBucket elsewhere by status and header alone', async () => {
  const { s3, redirect } = clientsOf(await startSandbox({ buckets }));
  const result = await resultOf(s3.send(new HeadBucketCommand({ Bucket: 'abroad' })));
  expect(result.status).toBe(301);
  expect(redirect.responses.at(-1)?.headers['x-amz-bucket-region']).toBe('eu-west-1');
});

it('is followed by an SDK that follows Regions', async () => {
  const { redirect } = clientsOf(await startSandbox({ buckets }));
  const credentials = { accessKeyId: defaultAccessKeyId, secretAccessKey: 'any' };
  const s3 = new S3Client({ region: 'us-east-1', credentials, requestHandler: redirect, followRegionRedirects: true });
  await s3.send(new GetBucketEncryptionCommand({ Bucket: 'abroad' }));
  expect(redirect.responses.map(({ statusCode }) => statusCode).at(-1)).toBe(200);
});

it('knows a directory bucket in its own Region alone', async () => {
  const sandbox = await startSandbox({ buckets });
  const Bucket = 'eu--euw1-az1--x-s3';
  await clientsOf(sandbox, { region: 'eu-west-1' }).s3.send(new GetBucketEncryptionCommand({ Bucket }));
  const result = await resultOf(clientsOf(sandbox).s3.send(new GetBucketEncryptionCommand({ Bucket })));
  expect(result.error).toBeDefined();
});

it('has hosts for its own Regions alone', async () => {
  const sandbox = await startSandbox({ buckets, regions: ['eu-west-1'] });
  expect((await resultOf(clientsOf(sandbox).s3.send(new ListBucketsCommand({})))).error).toBeDefined();
  expect(sandbox.requests[0]?.outcome).toMatchObject({ invention: 'not-served' });
});
