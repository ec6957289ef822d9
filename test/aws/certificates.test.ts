import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
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
  const entry = fileURLToPath(new URL('readOnce.ts', import.meta.url));
  const outfile = join(folder, 'readOnce.cjs');
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

/** Node reads the variable when it starts, so each reading is a program of its own. */
async function read(env: NodeJS.ProcessEnv): Promise<unknown> {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { env: { ...rest, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'readOnce.cjs'), endpoint], options);
  return JSON.parse(stdout);
}

describe('a server whose authority nobody knows', () => {
  it('is not spoken to, and the variable is named', async () => {
    expect(await read({})).toMatchObject({
      ok: false,
      failure: { kind: 'network', advice: 'Name its authority in NODE_EXTRA_CA_CERTS, and restart the editor' },
    });
  });

  it('is spoken to once its authority is named in NODE_EXTRA_CA_CERTS', async () => {
    const answer = await read({ NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') });
    expect(answer).toMatchObject({ ok: true, value: { sseAlgorithm: 'AES256' } });
  });
});
