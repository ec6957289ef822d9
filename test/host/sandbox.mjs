import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { artifacts, root } from './paths.mjs';

/** Credentials that the sandbox knows; any secret will do. */
export const sandboxCredentials = `[default]
region = us-east-1
aws_access_key_id = AKIASANDBOX
aws_secret_access_key = any-secret-will-do

[expired]
region = us-east-1
aws_access_key_id = AKIASANDBOX
aws_secret_access_key = any-secret-will-do
aws_session_token = expired
`;

/**
 * Starts the sandbox, the server that stands in for S3, with the buckets of its demo.
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startSandbox() {
  const outfile = path.join(artifacts, 'sandbox.js');
  const entryPoints = [path.join(root, 'test/sandbox/main.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' });
  const child = spawn(process.execPath, [outfile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = await once(createInterface(child.stdout), 'line');
  return { url, stop: () => child.kill() };
}
