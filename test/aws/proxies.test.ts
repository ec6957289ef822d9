import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proxyFor } from '../../client/src/aws/proxies.ts';
import { encrypted, openLoopback } from './loopback.ts';
import { keysOfDev, openAt, sharedFiles } from './open.ts';

describe('the proxy', () => {
  const aws = new URL('https://s3.eu-central-1.amazonaws.com/');
  const plain = new URL('http://minio.corp.example:9000/');

  it.each<[string, Record<string, string>, URL, string | undefined]>([
    ['none', {}, aws, undefined],
    ['for https', { HTTPS_PROXY: 'http://p:1', HTTP_PROXY: 'http://q:1' }, aws, 'http://p:1'],
    ['for http', { HTTPS_PROXY: 'http://p:1', http_proxy: 'http://q:1' }, plain, 'http://q:1'],
    ['for all', { ALL_PROXY: 'http://p:1' }, plain, 'http://p:1'],
    ['in lower case, which wins', { https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:1' }, aws, 'http://low:1'],
    ['without a protocol', { HTTPS_PROXY: 'p:1' }, aws, 'http://p:1'],
  ])('of the environment: %s', (_, env, url, proxy) => {
    expect(proxyFor(url, {}, env)).toBe(proxy);
  });

  it("of the editor wins over the environment's", () => {
    expect(proxyFor(aws, { proxy: 'http://editor:1' }, { HTTPS_PROXY: 'http://p:1' })).toBe('http://editor:1');
    expect(proxyFor(aws, { proxy: '' }, { HTTPS_PROXY: 'http://p:1' })).toBe('http://p:1');
  });

  it.each([
    '*',
    'amazonaws.com',
    '.amazonaws.com',
    '*.amazonaws.com',
    's3.eu-central-1.amazonaws.com:443',
    'x, AMAZONAWS.COM',
  ])('is not asked by NO_PROXY=%s', (pattern) => {
    expect(proxyFor(aws, { proxy: 'http://p:1' }, { NO_PROXY: pattern })).toBeUndefined();
  });

  it.each(['', 'aws.com', 'example.com', 'amazonaws.com:80', ', ,'])('is asked in spite of NO_PROXY=%s', (pattern) => {
    expect(proxyFor(aws, { proxy: 'http://p:1' }, { NO_PROXY: pattern })).toBe('http://p:1');
  });

  it("is not asked for what the editor's own list names", () => {
    expect(proxyFor(plain, { proxy: 'http://p:1', noProxy: ['corp.example:9000'] }, {})).toBeUndefined();
  });

  it.each(['http://localhost:4566', 'http://s3.localhost', 'https://127.0.0.1', 'http://[::1]:9000'])(
    'is never asked for this computer: %s',
    (url) => {
      expect(proxyFor(new URL(url), { proxy: 'http://p:1' }, {})).toBeUndefined();
    },
  );
});

describe('a proxy', () => {
  let asked: string[] = [];
  let answer = '';
  let target: number | undefined;
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    if (target === undefined) return socket.end(`HTTP/1.1 ${answer}\r\n\r\n`);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const there = connect(target, '127.0.0.1', () => there.pipe(socket).pipe(there));
  });

  beforeEach(async () => {
    sharedFiles({ credentials: keysOfDev });
    asked = [];
    target = undefined;
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
  });

  afterEach(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, 'close');
  });

  const address = (user = '') => `http://${user}127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  it('tunnels requests, which it can not read', async () => {
    const server = await openLoopback();
    server.reply(encrypted);
    target = Number(new URL(server.url).port);
    const aws = await openAt('http://minio.corp.example:9000', { proxies: { proxy: address('ada:pass%20word@') } });
    expect((await aws.getEncryption('plain-bucket')).ok).toBe(true);
    const credentials = Buffer.from('ada:pass word').toString('base64');
    expect(asked).toEqual([`minio.corp.example:9000 Basic ${credentials}`]);
    expect(server.seen[0]?.headers.host).toBe('s3.eu-central-1.amazonaws.com');
    expect(server.seen[0]?.headers).not.toHaveProperty('proxy-authorization');
    aws.close();
    await server.close();
  });

  it('whose tunnel ends at a server that speaks no TLS has sent nothing', async () => {
    const server = await openLoopback();
    target = Number(new URL(server.url).port);
    const aws = await openAt(undefined, { proxies: { proxy: address() } });
    const put = await aws.putEncryption({ bucket: 'plain-bucket', configuration: { sseAlgorithm: 'AES256' } });
    expect(put).toMatchObject({ ok: false, failure: { kind: 'network', code: 'EPROTO' } });
    expect(put).not.toHaveProperty('failure.unsettled');
    aws.close();
    await server.close();
  });

  it.each([
    ['407 Proxy Authentication Required', 'The proxy wants a name and a password: state them in its URL'],
    ['502 Bad Gateway', 'Check the network, the proxy and the endpoint'],
  ])('that answers %s lets nothing through', async (status, advice) => {
    answer = status;
    const aws = await openAt(undefined, { proxies: { proxy: address() } });
    const put = await aws.putEncryption({ bucket: 'plain-bucket', configuration: { sseAlgorithm: 'AES256' } });
    const message = `The proxy answered with HTTP status ${status.slice(0, 3)}`;
    expect(put).toMatchObject({ ok: false, failure: { kind: 'network', message, advice } });
    expect(put).not.toHaveProperty('failure.unsettled');
    expect(asked).toEqual(['plain-bucket.s3.eu-central-1.amazonaws.com:443']);
    aws.close();
  });
});
