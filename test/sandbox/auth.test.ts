import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListDirectoryBucketsCommand,
  PutBucketEncryptionCommand,
} from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { expiredToken } from './auth.ts';
import { type Clients, clientsOf, resultOf } from './clients.ts';
import { ask, authorization, basicTime } from './raw.ts';
import { startSandbox } from './startSandbox.ts';

describe('a signature on a request to S3', () => {
  it.each([
    { what: 'is needed', headers: { authorization: undefined }, status: 403, code: 'AccessDenied' },
    { what: 'is of Version 4', headers: { authorization: 'AWS key:signature' }, status: 400, code: 'InvalidRequest' },
    {
      what: 'has all its parts',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=key' },
      status: 400,
      code: 'AuthorizationHeaderMalformed',
    },
    {
      what: 'has a time',
      headers: { 'x-amz-date': undefined },
      status: 400,
      code: 'AuthorizationHeaderMalformed',
    },
    {
      what: 'has a time that there is',
      headers: { 'x-amz-date': '20269999T000000Z', authorization: authorization({ date: '20269999' }) },
      status: 400,
      code: 'AuthorizationHeaderMalformed',
    },
    {
      what: "has the host's service in its scope",
      headers: { authorization: authorization({ service: 's3express' }) },
      status: 400,
      code: 'AuthorizationHeaderMalformed',
    },
    {
      what: "has the host's Region in its scope",
      headers: { authorization: authorization({ region: 'eu-west-1' }) },
      status: 400,
      code: 'AuthorizationHeaderMalformed',
    },
    {
      what: "has the request's day in its scope",
      headers: { authorization: authorization({ date: '20200101' }) },
      status: 400,
      code: 'AuthorizationHeaderMalformed',
    },
    {
      what: 'is of a known key',
      headers: { authorization: authorization({ accessKeyId: 'AKIANOBODY' }) },
      status: 403,
      code: 'InvalidAccessKeyId',
    },
    {
      what: 'has a token that is still good',
      headers: { 'x-amz-security-token': expiredToken },
      status: 400,
      code: 'ExpiredToken',
    },
  ])('$what', async ({ headers, status, code }) => {
    expect(await ask(await startSandbox(), { headers })).toMatchObject({ status, code });
  });

  it('tells the right Region where its scope has a wrong one', async () => {
    const headers = { authorization: authorization({ region: 'eu-west-1' }) };
    expect((await ask(await startSandbox(), { headers })).body).toContain('<Region>us-east-1</Region>');
  });

  it('covers the Host header', async () => {
    const headers = { authorization: authorization({ signedHeaders: 'x-amz-date' }) };
    expect(await ask(await startSandbox(), { headers })).toMatchObject({ mark: 'host-not-signed' });
  });

  it('is not verified: any secret will do', async () => {
    expect(await ask(await startSandbox())).toMatchObject({ status: 200, mark: undefined });
  });

  it.each([-16, 16])('is refused where the clocks differ by %i minutes', async (minutes) => {
    const now = Date.now() + minutes * 60_000;
    const date = basicTime(now);
    const headers = { 'x-amz-date': date, authorization: authorization({ date: date.slice(0, 8) }) };
    const answer = await ask(await startSandbox(), { headers });
    expect(answer).toMatchObject({ status: 403, code: 'RequestTimeTooSkewed' });
    expect(answer.body).toContain(`<RequestTime>${date}</RequestTime>`);
  });

  it('is taken where the clocks differ by 14 minutes', async () => {
    const date = basicTime(Date.now() - 14 * 60_000);
    const headers = { 'x-amz-date': date, authorization: authorization({ date: date.slice(0, 8) }) };
    expect(await ask(await startSandbox(), { headers })).toMatchObject({ status: 200 });
  });
});

describe("the services' own codes", () => {
  it.each([
    { token: { sessionToken: expiredToken }, s3: 'ExpiredToken', sts: 'ExpiredToken', kms: 'ExpiredTokenException' },
    {
      token: { accessKeyId: 'AKIANOBODY' },
      s3: 'InvalidAccessKeyId',
      sts: 'InvalidClientTokenId',
      kms: 'UnrecognizedClientException',
    },
  ])('of $token', async ({ token, ...codes }) => {
    const { s3, sts, kms } = clientsOf(await startSandbox(), token);
    expect({
      s3: (await resultOf(s3.send(new ListBucketsCommand({})))).code,
      sts: (await resultOf(sts.send(new GetCallerIdentityCommand({})))).code,
      kms: (await resultOf(kms.send(new DescribeKeyCommand({ KeyId: 'alias/any' })))).code,
    }).toEqual(codes);
  });

  it.each([
    { host: 'sts.us-east-1.amazonaws.com', headers: {}, status: 403, code: 'SignatureDoesNotMatch' },
    {
      host: 'kms.us-east-1.amazonaws.com',
      headers: { 'x-amz-target': 'TrentService.DescribeKey' },
      status: 400,
      code: 'InvalidSignatureException',
    },
  ])('of the wrong scope at $host', async ({ host, headers, status, code }) => {
    const answer = await ask(await startSandbox(), { method: 'POST', host, headers });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(code);
  });
});

const directory = 'fast--use1-az4--x-s3';
const sse = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }] };

/** Each action, and a call that needs it. */
const calls: Readonly<Record<string, (clients: Clients) => ReturnType<typeof resultOf>>> = {
  's3:ListAllMyBuckets': ({ s3 }) => resultOf(s3.send(new ListBucketsCommand({}))),
  's3:GetEncryptionConfiguration': ({ s3 }) => resultOf(s3.send(new GetBucketEncryptionCommand({ Bucket: 'bucket' }))),
  's3:PutEncryptionConfiguration': ({ s3 }) =>
    resultOf(s3.send(new PutBucketEncryptionCommand({ Bucket: 'bucket', ServerSideEncryptionConfiguration: sse }))),
  's3express:ListAllMyDirectoryBuckets': ({ s3 }) => resultOf(s3.send(new ListDirectoryBucketsCommand({}))),
  's3express:GetEncryptionConfiguration': ({ s3 }) =>
    resultOf(s3.send(new GetBucketEncryptionCommand({ Bucket: directory }))),
  's3express:PutEncryptionConfiguration': ({ s3 }) =>
    resultOf(s3.send(new DeleteBucketEncryptionCommand({ Bucket: directory }))),
};

describe('a principal', () => {
  it.each(Object.keys(calls))('without %s gets a 403 there and nowhere else', async (action) => {
    const principals = [{ accessKeyId: 'AKIALIMITED', denied: [action] }];
    const sandbox = await startSandbox({ buckets: [{ name: 'bucket' }, { name: directory }], principals });
    const clients = clientsOf(sandbox, { accessKeyId: 'AKIALIMITED' });
    for (const [needed, call] of Object.entries(calls)) {
      const { status, code, message } = await call(clients);
      if (needed !== action) expect(code).toBeUndefined();
      else {
        expect({ status, code }).toEqual({ status: 403, code: 'AccessDenied' });
        expect(message).toContain(action);
      }
    }
  });

  it('without s3:ListBucket gets a 403 of HeadBucket', async () => {
    const principals = [{ accessKeyId: 'AKIALIMITED', denied: ['s3:ListBucket'] }];
    const sandbox = await startSandbox({ buckets: [{ name: 'bucket' }], principals });
    const { s3 } = clientsOf(sandbox, { accessKeyId: 'AKIALIMITED' });
    expect(await resultOf(s3.send(new HeadBucketCommand({ Bucket: 'bucket' })))).toMatchObject({ status: 403 });
  });

  it("reaches another account's bucket only where that lets it in, and then names that account as the owner", async () => {
    const account = '444455556666';
    const buckets = [
      { name: 'closed', account },
      { name: 'open', account, sharedWith: ['111122223333'] },
    ];
    const { s3 } = clientsOf(await startSandbox({ buckets }));
    const get = async (Bucket: string, ExpectedBucketOwner?: string) =>
      (await resultOf(s3.send(new GetBucketEncryptionCommand({ Bucket, ExpectedBucketOwner })))).status;
    expect(await get('closed')).toBe(403);
    expect(await get('open')).toBe(200);
    expect(await get('open', '111122223333')).toBe(403);
    expect(await get('open', account)).toBe(200);
  });
});
