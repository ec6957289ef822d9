import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { artifacts, root } from './paths.mjs';

/** Profiles that the sandbox knows; any secret will do. */
const credentials = `[default]
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
 * @returns {Promise<{ url: string, changes: () => number, stop: () => Promise<void> }>} `changes` counts the requests to
 *   change a bucket's encryption
 */
export async function startSandbox() {
  const outfile = path.join(artifacts, 'sandbox.mjs');
  const contents = "export { start } from './server.ts'; export { demo } from './demo.ts';";
  const stdin = { contents, resolveDir: path.join(root, 'test/sandbox'), loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
  const { start, demo } = await import(pathToFileURL(outfile).href);
  const sandbox = await start(demo);
  const isChange = ({ operation }) => operation === 'PutBucketEncryption';
  return {
    url: sandbox.url,
    changes: () => sandbox.requests.filter(isChange).length,
    stop: () => sandbox.stop(),
  };
}

/** Gives an editor in a throw-away home the way to the sandbox, and profiles that it knows. */
export function leadToSandbox(home, url) {
  write(home.at('data/Machine/settings.json'), JSON.stringify({ 's3Encryption.endpoint': url }));
  write(home.at('home/.aws/credentials'), credentials);
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
