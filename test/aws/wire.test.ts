import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import type { PutEncryptionRequest } from '../../client/src/aws/encryption.ts';
import { encryptionBody, type Loopback, openLoopback, type Seen } from './loopback.ts';
import { keysOfDev, openAt, sharedFiles } from './open.ts';

let server: Loopback;
let aws: Aws;

beforeAll(async () => {
  sharedFiles({ credentials: keysOfDev });
  server = await openLoopback();
  aws = await openAt(server.url);
});

afterEach(() => {
  server.seen.length = 0;
});

afterAll(async () => {
  aws.close();
  await server.close();
});

const directory = 'base--euc1-az1--x-s3';
const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

async function sent(request: PutEncryptionRequest): Promise<Seen> {
  server.reply({ status: 200 });
  const answer = await aws.putEncryption(request);
  expect(answer).toEqual({ ok: true, value: undefined, requestId: 'REQUEST1' });
  const [only, ...others] = server.seen;
  expect(others).toEqual([]);
  if (!only) throw new Error('nothing was sent');
  return only;
}

describe('PutBucketEncryption', () => {
  it('has one rule with all members, the owner and the checksum', async () => {
    const seen = await sent({
      bucket: 'plain-bucket',
      configuration: {
        sseAlgorithm: 'aws:kms',
        kmsMasterKeyId: key,
        bucketKeyEnabled: true,
        blockedEncryptionTypes: ['SSE-C'],
      },
      expectedBucketOwner: '111122223333',
      checksumAlgorithm: 'SHA256',
    });
    expect(seen.method + seen.path).toBe('PUT/plain-bucket/?encryption=');
    expect(seen.body).toBe(
      encryptionBody(
        `<ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${key}</KMSMasterKeyID>` +
          '</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled>' +
          '<BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes>',
      ),
    );
    expect(seen.headers).toMatchObject({
      host: 's3.eu-central-1.amazonaws.com',
      'x-amz-expected-bucket-owner': '111122223333',
      'x-amz-sdk-checksum-algorithm': 'SHA256',
      'x-amz-checksum-sha256': expect.stringMatching(/=$/),
      authorization: expect.stringContaining('/eu-central-1/s3/aws4_request'),
      'user-agent': expect.stringMatching(/ s3-encryption\/0\.0\.0$/),
      'amz-sdk-request': 'attempt=1; max=1',
    });
  });

  it('has nothing that was not asked for', async () => {
    const { body, headers } = await sent({ bucket: 'plain-bucket', configuration: { sseAlgorithm: 'AES256' } });
    expect(body).toBe(
      encryptionBody(
        '<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>',
      ),
    );
    expect(Object.keys(headers)).not.toContain('x-amz-expected-bucket-owner');
    expect(Object.keys(headers)).not.toContain('content-md5');
  });

  it('goes the s3express-control road for a directory bucket, signed for it', async () => {
    const { path, headers } = await sent({ bucket: directory, configuration: { sseAlgorithm: 'AES256' } });
    expect(path).toBe(`/${directory}/?encryption=`);
    expect(headers.host).toBe('s3express-control.eu-central-1.amazonaws.com');
    expect(headers.authorization).toContain('/eu-central-1/s3express/aws4_request');
    const names = Object.keys(headers).join();
    expect(names).not.toMatch(/content-md5|expected-bucket-owner|s3session/);
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256', 'MD5'])(
    'can have the checksum %s',
    async (checksumAlgorithm) => {
      const { headers } = await sent({
        bucket: 'plain-bucket',
        configuration: { sseAlgorithm: 'AES256' },
        checksumAlgorithm,
      });
      expect(Object.keys(headers)).toContain(
        checksumAlgorithm === 'MD5' ? 'content-md5' : `x-amz-checksum-${checksumAlgorithm.toLowerCase()}`,
      );
    },
  );
});

describe('GetCallerIdentity', () => {
  it('tells account and principal', async () => {
    const arn = 'arn:aws:sts::111122223333:assumed-role/admin/ada';
    server.reply({
      status: 200,
      body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>${arn}</Arn><UserId>U</UserId><Account>111122223333</Account></GetCallerIdentityResult>
        <ResponseMetadata><RequestId>R1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    });
    expect(await aws.callerIdentity()).toMatchObject({ ok: true, value: { account: '111122223333', principal: arn } });
    expect(server.seen[0]?.headers.host).toBe('sts.eu-central-1.amazonaws.com');
  });
});
