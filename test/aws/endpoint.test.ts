import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import { configuredEndpoint } from '../../client/src/aws/configuredEndpoint.ts';
import { parseEndpoint, serverNameOf } from '../../client/src/aws/redirect.ts';
import { encrypted, type Loopback, openLoopback } from './loopback.ts';
import { keysOfDev, openAt, pagesOf, sharedFiles } from './open.ts';

let server: Loopback;
const directory = 'base--euc1-az1--x-s3';

beforeAll(async () => {
  server = await openLoopback();
});

beforeEach(() => {
  server.seen.length = 0;
  server.reply(encrypted);
  sharedFiles({ credentials: keysOfDev });
});

afterAll(() => server.close());

describe("without an endpoint, the host is AWS's", () => {
  const hostOf = async (bucket: string) => {
    const aws = await openAt(undefined);
    aws.close();
    return aws.effectiveHost(bucket);
  };

  it.each([
    ['plain-bucket', 'plain-bucket.s3.eu-central-1.amazonaws.com'],
    ['dotted.bucket', 's3.eu-central-1.amazonaws.com'],
    [directory, 's3express-control.eu-central-1.amazonaws.com'],
  ])('for %s: %s', async (bucket, host) => {
    expect(await hostOf(bucket)).toBe(host);
  });

  it("by the profile's settings", async () => {
    sharedFiles({
      credentials: keysOfDev,
      config: '[profile dev]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true',
    });
    expect(await hostOf('plain-bucket')).toBe('plain-bucket.s3-fips.dualstack.eu-central-1.amazonaws.com');
  });

  it('in other partitions', async () => {
    const aws = await openAt(undefined, { region: 'cn-north-1' });
    expect(await aws.effectiveHost('plain-bucket')).toBe('plain-bucket.s3.cn-north-1.amazonaws.com.cn');
    aws.close();
  });
});

describe('the endpoint that was asked for', () => {
  it('is told as the host, whatever the type of the bucket', async () => {
    const aws = await openAt('http://localhost:4566/');
    expect(aws.endpoint).toMatchObject({ kind: 'redirected' });
    expect(await aws.effectiveHost(directory)).toBe('localhost:4566');
    aws.close();
  });

  it("wins over AWS's settings", async () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    const aws = await openAt(server.url);
    expect(await aws.getEncryption(directory)).toMatchObject({ ok: true });
    expect(server.seen[0]?.headers.host).toBe('s3express-control.eu-central-1.amazonaws.com');
    aws.close();
  });

  it.each([
    'localhost:4566',
    'ftp://localhost',
    'http://localhost/base',
    'http://user@localhost',
    'http://localhost/?x',
    '',
  ])('is malformed: %s', async (text) => {
    expect(() => parseEndpoint(text)).toThrow(TypeError);
    await expect(openAt(text)).rejects.toThrow('It takes the form http://localhost:4566');
  });

  it('has a certificate in its own name, unless it is an address', () => {
    expect(serverNameOf(new URL('https://s3.corp.example:9000'))).toBe('s3.corp.example');
    expect(serverNameOf(new URL('https://127.0.0.1'))).toBe('');
    expect(serverNameOf(new URL('https://[::1]'))).toBe('');
  });
});

describe("the endpoint of AWS's settings", () => {
  it('is used as the SDK uses it, by path', async () => {
    process.env.AWS_ENDPOINT_URL_S3 = server.url;
    const aws = await openAt(undefined);
    expect(aws.endpoint).toMatchObject({ kind: 'configured', source: 'AWS_ENDPOINT_URL_S3' });
    expect(await aws.effectiveHost('plain-bucket')).toBe(new URL(server.url).host);
    await aws.getEncryption('plain-bucket');
    expect(server.seen[0]).toMatchObject({
      path: '/plain-bucket/?encryption=',
      headers: { host: new URL(server.url).host },
    });
    aws.close();
  });

  it.each<[string, string, (aws: Aws) => Promise<unknown>]>([
    ['STS', 'sts', (aws) => aws.callerIdentity()],
    ['KMS', 'kms', (aws) => aws.describeKey('alias/mine')],
  ])("is %s's alone, and S3's are AWS's: by a variable, or by the profile", async (_, service, call) => {
    for (const byVariable of [true, false]) {
      const services = `[profile dev]\nservices = own\n[services own]\n${service} =\n  endpoint_url = ${server.url}\n`;
      sharedFiles({ credentials: keysOfDev, config: byVariable ? '' : services });
      if (byVariable) process.env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] = server.url;
      // What went to AWS itself would end here.
      process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
      const aws = await openAt(undefined);
      expect(await aws.effectiveHost('plain-bucket')).toBe('plain-bucket.s3.eu-central-1.amazonaws.com');
      await call(aws);
      aws.close();
    }
    expect(server.seen.map(({ headers }) => headers.host)).toEqual(Array(2).fill(new URL(server.url).host));
  });

  it("of STS's or KMS's own gives way to the endpoint that was asked for", async () => {
    process.env.AWS_ENDPOINT_URL_STS = 'http://127.0.0.1:1';
    const aws = await openAt(server.url);
    await aws.callerIdentity();
    expect(server.seen[0]?.headers.host).toBe('sts.eu-central-1.amazonaws.com');
    aws.close();
  });

  it('is refused for directory buckets, before anything is sent', async () => {
    process.env.AWS_ENDPOINT_URL = server.url;
    const aws = await openAt(undefined);
    const request = { bucket: directory, configuration: { sseAlgorithm: 'AES256' } };
    const answers = [await aws.getEncryption(directory), await aws.putEncryption(request)];
    for (const answer of [...answers, ...(await pagesOf(aws.listBuckets('directory')))]) {
      expect(answer).toMatchObject({
        ok: false,
        failure: {
          code: 'EndpointConfigured',
          message: expect.stringContaining('AWS_ENDPOINT_URL sends'),
          advice: expect.stringContaining('s3Encryption.endpoint'),
        },
      });
    }
    expect(server.seen).toEqual([]);
    aws.close();
  });

  it.each<[string, string, Record<string, string>, string | undefined]>([
    ['nothing', '', {}, undefined],
    ['the variable of the service', '', { AWS_ENDPOINT_URL_S3: 'http://a', AWS_ENDPOINT_URL: 'http://b' }, 'http://a/'],
    ['the variable of all', 'endpoint_url = http://c', { AWS_ENDPOINT_URL: 'http://b' }, 'http://b/'],
    ['the profile', 'endpoint_url = http://c', {}, 'http://c/'],
    ["the profile's services", 'endpoint_url = http://c\nservices = own', {}, 'http://d/'],
    ['that all are ignored', 'endpoint_url = http://c', { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'True' }, undefined],
    ['that its own is ignored', 'endpoint_url = http://c\nignore_configured_endpoint_urls = true', {}, undefined],
  ])('is what is said by %s', async (_, profile, variables, url) => {
    const config = `[profile dev]\nregion = x\n${profile}\n[services own]\ns3 =\n  endpoint_url = http://d\n`;
    writeFileSync(process.env.AWS_CONFIG_FILE ?? '', config);
    expect((await configuredEndpoint('s3', 'dev', variables))?.url.href).toBe(url);
  });

  it("is that of AWS_PROFILE's profile, or the default one, where none was chosen", async () => {
    writeFileSync(
      process.env.AWS_CONFIG_FILE ?? '',
      '[default]\nendpoint_url=http://d\n[profile dev]\nendpoint_url=http://c',
    );
    expect((await configuredEndpoint('s3', undefined, {}))?.source).toBe('endpoint_url of the profile default');
    expect((await configuredEndpoint('s3', undefined, { AWS_PROFILE: 'dev' }))?.url.href).toBe('http://c/');
  });

  it('is malformed', async () => {
    process.env.AWS_ENDPOINT_URL = 'localhost';
    await expect(openAt(undefined)).rejects.toThrow('AWS_ENDPOINT_URL is no URL: localhost');
    delete process.env.AWS_ENDPOINT_URL;
    process.env.AWS_ENDPOINT_URL_KMS = 'vpce.example';
    await expect(openAt(undefined)).rejects.toThrow('AWS_ENDPOINT_URL_KMS is no URL: vpce.example');
  });
});
