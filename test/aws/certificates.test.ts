import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, createServer as createNetServer, type Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from './certificate.ts';
import { keysOfDev, sharedFiles } from './open.ts';

const rule =
  '<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>';

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = sharedFiles({ credentials: keysOfDev });
  const entry = fileURLToPath(new URL('callOnce.ts', import.meta.url));
  const outfile = join(folder, 'callOnce.cjs');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', logLevel: 'error' });
  const { certificate, key } = selfSigned();
  writeFileSync(join(folder, 'authority.pem'), certificate);
  server = createServer({ cert: certificate, key }, (_, response) => {
    response.end(`<ServerSideEncryptionConfiguration>${rule}</ServerSideEncryptionConfiguration>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Node reads the variable when it starts, so each call is a program of its own. */
async function call(name: 'read' | 'change', env: NodeJS.ProcessEnv, to: NetServer = server): Promise<unknown> {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  const endpoint = `https://127.0.0.1:${(to.address() as AddressInfo).port}`;
  const about = [join(folder, 'callOnce.cjs'), endpoint, name];
  const { stdout } = await promisify(execFile)(process.execPath, about, { env: { ...rest, ...env } });
  return JSON.parse(stdout);
}

/** Hands all on, but for what the server answers once it has got a request: in its place it speaks plainly. */
async function openBox(): Promise<NetServer> {
  const box = createNetServer((socket) => {
    const there = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let isArrived = false;
    server.once('request', () => {
      isArrived = true;
    });
    socket.pipe(there);
    there.on('data', (data) => socket.write(isArrived ? 'HTTP/1.1 403 Blocked by policy\r\n\r\n' : data));
    socket.on('error', () => {}).on('close', () => there.destroy());
    there.on('error', () => {}).on('close', () => socket.destroy());
  });
  box.listen(0, '127.0.0.1');
  await once(box, 'listening');
  return box;
}

describe('a server whose authority nobody knows', () => {
  it('is not spoken to, and the variable is named', async () => {
    expect(await call('read', {})).toMatchObject({
      ok: false,
      failure: { kind: 'network', advice: 'Name its authority in NODE_EXTRA_CA_CERTS, and restart the editor' },
    });
  });

  it('is spoken to once its authority is named in NODE_EXTRA_CA_CERTS', async () => {
    const answer = await call('read', { NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') });
    expect(answer).toMatchObject({ ok: true, value: { sseAlgorithm: 'AES256' } });
  });
});

it('a change that has arrived before a box on the way cut in is unsettled, though TLS is what failed', async () => {
  const box = await openBox();
  const answer = await call('change', { NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') }, box);
  box.close();
  expect(answer).toMatchObject({
    failure: { kind: 'network', code: expect.stringMatching(/SSL|EPROTO/), unsettled: true },
  });
});
