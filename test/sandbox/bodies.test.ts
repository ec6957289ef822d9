import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ask } from './raw.ts';
import { startSandbox } from './startSandbox.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
const rule =
  '<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>';
const configuration = (inner: string) =>
  `<ServerSideEncryptionConfiguration xmlns="${namespace}">${inner}</ServerSideEncryptionConfiguration>`;

async function put(body: string, headers: Record<string, string> = {}, bucket = 'bucket') {
  const sandbox = await startSandbox({ buckets: [{ name: 'bucket' }] });
  return ask(sandbox, { method: 'PUT', path: `/${bucket}?encryption`, body, headers });
}

describe('the body of a Put', () => {
  it.each([
    configuration(rule),
    `<?xml version="1.0" encoding="UTF-8"?>\n${configuration(`\n  ${rule}\n`)}\n`,
    `<ServerSideEncryptionConfiguration>${rule}</ServerSideEncryptionConfiguration>`,
  ])('is taken: %s', async (body) => {
    expect(await put(body)).toMatchObject({ status: 200, body: '', mark: undefined });
  });

  it.each([
    'no XML',
    '{"Rules":[]}',
    configuration('<Rule>'),
    configuration(''),
    configuration(rule + rule),
    configuration(rule.replace('AES256', 'SSE-KMS')),
    configuration(rule.replace('AES256', ' AES256 ')),
  ])('is malformed: %s', async (body) => {
    expect(await put(body)).toMatchObject({ status: 400, code: 'MalformedXML', mark: undefined });
  });

  it.each([
    `<CORSConfiguration>${rule}</CORSConfiguration>`,
    `<ServerSideEncryptionConfiguration xmlns="urn:other">${rule}</ServerSideEncryptionConfiguration>`,
    configuration(`<Rules>${rule}</Rules>`),
    configuration(`text${rule}`),
    configuration(rule.replace('</Rule>', '<BucketKeyEnabled>yes</BucketKeyEnabled></Rule>')),
    configuration(rule.replace('AES256', '<b>AES256</b>')),
    configuration(rule.replace('<SSEAlgorithm>', '<SSEAlgorithm>aws:kms</SSEAlgorithm><SSEAlgorithm>')),
    configuration(rule.replace('</SSEAlgorithm>', '</SSEAlgorithm><KMSKeyID>key</KMSKeyID>')),
  ])('holds what no answer is known to: %s', async (body) => {
    expect(await put(body)).toMatchObject({ mark: 'unknown-element' });
  });

  it('is not looked at where the bucket is missing', async () => {
    expect(await put('no XML', {}, 'nonexistent')).toMatchObject({ status: 404, code: 'NoSuchBucket' });
  });

  it('agrees with every digest that is stated of it', async () => {
    const body = configuration(rule);
    const digest = (algorithm: string, encoding: 'hex' | 'base64') =>
      createHash(algorithm).update(body).digest(encoding);
    const right = {
      'content-md5': digest('md5', 'base64'),
      'x-amz-content-sha256': digest('sha256', 'hex'),
      'x-amz-checksum-sha1': digest('sha1', 'base64'),
      'x-amz-checksum-sha256': digest('sha256', 'base64'),
    };
    expect(await put(body, right)).toMatchObject({ status: 200 });
    expect(await put(body, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })).toMatchObject({ status: 200 });
    for (const name of [...Object.keys(right), 'x-amz-checksum-crc32']) {
      expect(await put(body, { [name]: 'AAAAAA==' })).toMatchObject({ mark: 'body-digest' });
    }
  });
});
