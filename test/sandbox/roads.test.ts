import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  ListDirectoryBucketsCommand,
  PutBucketEncryptionCommand,
  S3Client,
  type ServerSideEncryptionConfiguration,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { clientsOf, resultOf, withoutConfiguration } from './clients.ts';
import { defaultAccessKeyId } from './profiles.mjs';
import type { Sandbox } from './server.ts';
import { startSandbox } from './startSandbox.ts';

const directory = 'fast--use1-az4--x-s3';
const sse: ServerSideEncryptionConfiguration = {
  Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
};

/** What the sandbox has seen of where requests went, and by which scope they were signed. */
function roadsOf({ requests }: Sandbox) {
  return requests.map(({ method, host, path, query, signing, operation }) => ({
    operation,
    request: `${method} ${host}${path}`,
    query,
    scope: `${signing?.region}/${signing?.service}`,
  }));
}

it('takes every call on a directory bucket on the control road, without a session', async () => {
  const sandbox = await startSandbox({ buckets: [{ name: directory }] });
  const { s3 } = clientsOf(sandbox);
  await s3.send(new GetBucketEncryptionCommand({ Bucket: directory }));
  await s3.send(new PutBucketEncryptionCommand({ Bucket: directory, ServerSideEncryptionConfiguration: sse }));
  await s3.send(new DeleteBucketEncryptionCommand({ Bucket: directory }));
  await s3.send(new ListDirectoryBucketsCommand({}));
  const host = 's3express-control.us-east-1.amazonaws.com';
  const query = { encryption: '' };
  const scope = 'us-east-1/s3express';
  expect(roadsOf(sandbox)).toEqual([
    { operation: 'GetBucketEncryption', request: `GET ${host}/${directory}/`, query, scope },
    { operation: 'PutBucketEncryption', request: `PUT ${host}/${directory}/`, query, scope },
    { operation: 'DeleteBucketEncryption', request: `DELETE ${host}/${directory}/`, query, scope },
    { operation: 'ListDirectoryBuckets', request: `GET ${host}/`, query: { 'x-id': 'ListDirectoryBuckets' }, scope },
  ]);
});

it('sees the headers of a Put on a directory bucket: a checksum, no owner, no MD5', async () => {
  const sandbox = await startSandbox({ buckets: [{ name: directory }] });
  const { s3 } = clientsOf(sandbox);
  await s3.send(new PutBucketEncryptionCommand({ Bucket: directory, ServerSideEncryptionConfiguration: sse }));
  const [{ headers, signing, body } = expect.fail('nothing was seen')] = sandbox.requests;
  expect(headers).toMatchObject({
    'content-type': 'application/xml',
    'x-amz-checksum-crc32': expect.any(String),
    'x-amz-content-sha256': expect.stringMatching(/^[\da-f]{64}$/),
  });
  expect(headers).not.toHaveProperty('x-amz-expected-bucket-owner');
  expect(headers).not.toHaveProperty('content-md5');
  expect(headers).not.toHaveProperty('x-amz-s3session-token');
  expect(signing?.accessKeyId).toBe(defaultAccessKeyId);
  expect(signing?.signedHeaders).toEqual(expect.arrayContaining(['host', 'x-amz-checksum-crc32', 'x-amz-date']));
  expect(body).toContain('<SSEAlgorithm>AES256</SSEAlgorithm>');
});

it.each([
  { name: 'plain-bucket', style: {}, request: 'GET plain-bucket.s3.us-east-1.amazonaws.com/' },
  { name: 'dotted.bucket', style: {}, request: 'GET s3.us-east-1.amazonaws.com/dotted.bucket/' },
  {
    name: 'plain-bucket',
    style: { forcePathStyle: true },
    request: 'GET s3.us-east-1.amazonaws.com/plain-bucket/',
  },
])('takes a general purpose bucket in the host or in the path: $request', async ({ name, style, request }) => {
  const sandbox = await startSandbox({ buckets: [{ name }] });
  const { s3 } = clientsOf(sandbox, style);
  await s3.send(new GetBucketEncryptionCommand({ Bucket: name }));
  expect(roadsOf(sandbox)).toEqual([
    { operation: 'GetBucketEncryption', request, query: { encryption: '' }, scope: 'us-east-1/s3' },
  ]);
});

it('knows dualstack and FIPS hosts', async () => {
  const sandbox = await startSandbox({ buckets: [{ name: 'plain' }, { name: directory }] });
  const { redirect } = clientsOf(sandbox);
  const credentials = { accessKeyId: defaultAccessKeyId, secretAccessKey: 'any' };
  for (const options of [{ useDualstackEndpoint: true }, { useFipsEndpoint: true }]) {
    const s3 = new S3Client({ region: 'us-east-1', credentials, requestHandler: redirect, ...options });
    await s3.send(new GetBucketEncryptionCommand({ Bucket: 'plain' }));
    await s3.send(new GetBucketEncryptionCommand({ Bucket: directory }));
  }
  expect(sandbox.requests.map(({ host }) => host)).toEqual([
    'plain.s3.dualstack.us-east-1.amazonaws.com',
    's3express-control.dualstack.us-east-1.amazonaws.com',
    'plain.s3-fips.us-east-1.amazonaws.com',
    's3express-control-fips.us-east-1.amazonaws.com',
  ]);
});

it('answers on its own address too, as an endpoint setting reaches it', async () => {
  const sandbox = await startSandbox({ buckets: [{ name: 'plain' }, { name: directory }] });
  withoutConfiguration();
  const credentials = { accessKeyId: defaultAccessKeyId, secretAccessKey: 'any' };
  const s3 = new S3Client({ region: 'us-east-1', credentials, endpoint: sandbox.url, forcePathStyle: true });
  await s3.send(new PutBucketEncryptionCommand({ Bucket: 'plain', ServerSideEncryptionConfiguration: sse }));
  expect((await s3.send(new ListDirectoryBucketsCommand({}))).Buckets).toMatchObject([{ Name: directory }]);
  expect(roadsOf(sandbox)[0]).toMatchObject({ request: `PUT 127.0.0.1:${sandbox.port}/plain/`, scope: 'us-east-1/s3' });
});

it('gives no session: with an endpoint setting the SDK leaves the control road for one', async () => {
  const sandbox = await startSandbox({ buckets: [{ name: directory }] });
  withoutConfiguration();
  const credentials = { accessKeyId: defaultAccessKeyId, secretAccessKey: 'any' };
  const s3 = new S3Client({ region: 'us-east-1', credentials, endpoint: sandbox.url, forcePathStyle: true });
  expect((await resultOf(s3.send(new GetBucketEncryptionCommand({ Bucket: directory })))).error).toBeDefined();
  expect(sandbox.requests.map(({ query, outcome }) => ({ query, outcome }))).toEqual([
    { query: { session: '' }, outcome: expect.objectContaining({ invention: 'not-served' }) },
  ]);
});
