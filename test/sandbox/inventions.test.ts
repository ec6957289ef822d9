import { describe, expect, it } from 'vitest';
import { type InventionId, inventions } from './inventions.ts';
import { ask, authorization, type RawRequest } from './raw.ts';
import type { SandboxOptions } from './server.ts';
import { startSandbox } from './startSandbox.ts';

const key = '1234abcd-12ab-34cd-56ef-1234567890ab';
const directoryName = 'fast--use1-az4--x-s3';
const kms = (inner = '') => `<SSEAlgorithm>aws:kms</SSEAlgorithm>${inner}`;
const withKey = (id = key) => kms(`<KMSMasterKeyID>${id}</KMSMasterKeyID>`);
const aes = '<SSEAlgorithm>AES256</SSEAlgorithm>';
const byDefault = (inner: string) =>
  `<ApplyServerSideEncryptionByDefault>${inner}</ApplyServerSideEncryptionByDefault>`;
const rule = (inner: string) => `<Rule>${inner}</Rule>`;
const blocked = (...types: string[]) =>
  `<BlockedEncryptionTypes>${types.map((type) => `<EncryptionType>${type}</EncryptionType>`).join('')}</BlockedEncryptionTypes>`;

/** A Put of these rules on a general purpose bucket. */
function put(rules: string): RawRequest {
  const body = `<ServerSideEncryptionConfiguration>${rules}</ServerSideEncryptionConfiguration>`;
  return { method: 'PUT', path: '/bucket?encryption', body };
}

/** The same request on the road of directory buckets. */
function toDirectory(request: RawRequest, headers: Record<string, string> = {}): RawRequest {
  const path = (request.path ?? '').replace('/bucket', `/${directoryName}`);
  const signed = { authorization: authorization({ service: 's3express' }), ...headers };
  return { ...request, path, host: 's3express-control.us-east-1.amazonaws.com', headers: signed };
}

const get: RawRequest = { path: '/bucket?encryption' };
const remove: RawRequest = { ...get, method: 'DELETE' };
const base: SandboxOptions = { buckets: [{ name: 'bucket' }, { name: directoryName }], keys: [{ id: key }] };

/** A way to every row of the table: the requests that go before, and the one that is answered by it. */
const ways: Readonly<Record<InventionId, { requests: RawRequest[]; options?: SandboxOptions }>> = {
  'reserved-algorithm': { requests: [put(rule(byDefault('<SSEAlgorithm>aws:fsx</SSEAlgorithm>')))] },
  'missing-algorithm': { requests: [put(rule(byDefault('')))] },
  'empty-rule': { requests: [put(rule(''))] },
  'empty-key': { requests: [put(rule(byDefault(`${aes}<KMSMasterKeyID/>`)))] },
  'unknown-blocked-type': { requests: [put(rule(blocked('SSE-KMS')))] },
  'no-blocked-type': { requests: [put(rule(blocked()))] },
  'contradictory-blocked-types': { requests: [put(rule(blocked('NONE', 'SSE-C')))] },
  'unknown-element': { requests: [put(rule('<Unknown/>'))] },
  'empty-body': { requests: [{ ...put(''), body: '' }] },
  'body-digest': { requests: [{ ...put(rule(byDefault(aes))), headers: { 'content-md5': 'AAAA' } }] },
  'dsse-bucket-key': {
    requests: [
      put(rule(`${byDefault('<SSEAlgorithm>aws:kms:dsse</SSEAlgorithm>')}<BucketKeyEnabled>true</BucketKeyEnabled>`)),
    ],
  },
  'bucket-key-alone': { requests: [put(rule('<BucketKeyEnabled>true</BucketKeyEnabled>'))] },
  'blocked-types-alone': { requests: [put(rule(blocked('NONE'))), get] },
  'delete-keeps-blocked-types': { requests: [remove, get] },
  'bucket-region-elsewhere': { requests: [{ path: '/?bucket-region=eu-west-1' }] },
  'bad-page': { requests: [{ path: '/?max-buckets=0' }] },
  'directory-no-such-bucket': { requests: [toDirectory({ path: '/none--use1-az4--x-s3?encryption' })] },
  'directory-foreign-bucket': {
    requests: [toDirectory(get)],
    options: { buckets: [{ name: directoryName, account: '444455556666' }] },
  },
  'directory-content-md5': { requests: [toDirectory(put(rule(byDefault(aes))), { 'content-md5': 'AAAA' })] },
  'directory-rule-count': { requests: [toDirectory(put(''))] },
  'directory-unknown-algorithm': { requests: [toDirectory(put(rule(byDefault('<SSEAlgorithm>DES</SSEAlgorithm>'))))] },
  'directory-dsse': { requests: [toDirectory(put(rule(byDefault('<SSEAlgorithm>aws:kms:dsse</SSEAlgorithm>'))))] },
  'directory-key-with-aes256': {
    requests: [toDirectory(put(rule(byDefault(`${aes}<KMSMasterKeyID>${key}</KMSMasterKeyID>`))))],
  },
  'directory-alias': { requests: [toDirectory(put(rule(byDefault(withKey('alias/mine')))))] },
  'directory-managed-key': { requests: [toDirectory(put(rule(byDefault(kms()))))] },
  'directory-second-key': {
    requests: [toDirectory(put(rule(byDefault(withKey()))))],
    options: {
      ...base,
      buckets: [{ name: directoryName, encryption: { algorithm: 'aws:kms', key: 'another', bucketKeyEnabled: true } }],
    },
  },
  'directory-unusable-key': {
    requests: [toDirectory(put(rule(byDefault(withKey()))))],
    options: { ...base, keys: [{ id: key, state: 'Disabled' }] },
  },
  'directory-key-denied': {
    requests: [toDirectory(put(rule(byDefault(withKey()))))],
    options: { ...base, principals: [{ accessKeyId: 'AKIASANDBOX', denied: ['kms:Decrypt'] }] },
  },
  'directory-blocked-types': { requests: [toDirectory(put(rule(`${byDefault(aes)}${blocked('NONE')}`)))] },
  'directory-bucket-key-off': {
    requests: [toDirectory(put(rule(`${byDefault(withKey())}<BucketKeyEnabled>false</BucketKeyEnabled>`)))],
  },
  'directory-aes256-reading': { requests: [toDirectory(get)] },
  'host-not-signed': { requests: [{ headers: { authorization: authorization({ signedHeaders: 'x-amz-date' }) } }] },
  'not-served': { requests: [{ path: '/bucket?acl' }] },
};

describe('the table of inventions', () => {
  it.each(Object.keys(inventions) as InventionId[])('%s marks its answer', async (id) => {
    const { requests, options = base } = ways[id];
    const sandbox = await startSandbox(options);
    const marks: (string | undefined)[] = [];
    for (const request of requests) marks.push((await ask(sandbox, request)).mark);
    expect(marks).toEqual([...requests.slice(1).map(() => undefined), id]);
  });

  it.each([
    '/bucket/key',
    '/bucket/key?encryption',
    '/bucket?encryption&versionId=1',
    '/bucket',
    '/bucket?logging',
    '/bucket?tagging&policy',
  ])('serves nothing else: GET %s', async (path) => {
    expect(await ask(await startSandbox(base), { path })).toMatchObject({ status: 501, mark: 'not-served' });
  });

  it.each([
    'example.com',
    's3.amazonaws.example',
    'fast--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com',
    'ec2.us-east-1.amazonaws.com',
  ])('serves no other host: %s', async (host) => {
    expect(await ask(await startSandbox(base), { host })).toMatchObject({ status: 501, mark: 'not-served' });
  });
});
