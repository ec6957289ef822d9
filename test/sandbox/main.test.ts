import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { newFolder } from '../support/folder.ts';
import { demo } from './demo.ts';
import { ask } from './raw.ts';
import { start } from './server.ts';

it('runs as plain JavaScript on Node alone, says where it is, and ends when told', async () => {
  const outfile = join(newFolder(), 'sandbox.mjs');
  const entry = fileURLToPath(new URL('main.ts', import.meta.url));
  const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20', metafile: true } as const;
  const { metafile } = await build({ ...options, entryPoints: [entry], outfile });
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([]);

  const child = spawn(process.execPath, [outfile], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const { url } = { url: String(line).trim() };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const answer = await fetch(`${url}/first-bucket?encryption`);
  expect(answer.status).toBe(403);
  expect(answer.headers.get('server')).toBe('s3-encryption-sandbox');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('has buckets of both types to try', async () => {
  const sandbox = await start(demo);
  onTestFinished(() => sandbox.stop());
  const types = [...sandbox.state.buckets.values()].map(({ type }) => type);
  expect(new Set(types)).toEqual(new Set(['general-purpose', 'directory']));
  expect((await ask(sandbox)).body).toContain('<Name>first-bucket</Name>');
});

it('says so where its port is taken', async () => {
  const first = await start();
  onTestFinished(() => first.stop());
  await expect(start({ port: first.port })).rejects.toThrow('EADDRINUSE');
});
