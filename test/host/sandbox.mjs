import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { profileOf } from '../sandbox/profiles.mjs';
import { artifacts, root } from './paths.mjs';
import { makeRunFolder } from './runFolder.mjs';

/** Profiles that the sandbox knows, and one whose credentials it takes for expired. */
const credentials = [
  profileOf('default', { region: 'us-east-1' }),
  profileOf('expired', { region: 'us-east-1', aws_session_token: 'expired' }),
].join('\n');

/**
 * Starts the sandbox, the server that stands in for S3.
 * @typedef {object} RunningSandbox
 * @property {string} url
 * @property {import('../sandbox/state.ts').State} state what it has
 * @property {readonly import('../sandbox/exchanges.ts').Exchange[]} requests what it was asked
 * @property {() => number} changes counts the requests to change a bucket's encryption
 * @property {import('../sandbox/faults.ts').Faults} faults what goes wrong in it
 * @property {() => void} reset gives every bucket what it had at the start, and mends what goes wrong
 * @property {() => Promise<void>} stop
 * @param {import('../sandbox/seeds.ts').Seeds} [seeds] what it begins with; the buckets of its demo where left out
 * @returns {Promise<RunningSandbox>}
 */
export async function startSandbox(seeds) {
  const outfile = path.join(artifacts, 'sandbox.mjs');
  const contents =
    "export { start } from './server.ts'; export { demo } from './demo.ts'; export { plant } from './seeds.ts';";
  const stdin = { contents, resolveDir: path.join(root, 'test/sandbox'), loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
  const { start, demo, plant } = await import(pathToFileURL(outfile).href);
  const first = seeds ?? demo;
  const sandbox = await start(first);
  const isChange = ({ operation }) => operation === 'PutBucketEncryption';
  return {
    url: sandbox.url,
    state: sandbox.state,
    requests: sandbox.requests,
    changes: () => sandbox.requests.filter(isChange).length,
    faults: sandbox.faults,
    reset: () => {
      const { buckets } = plant(first, Date.now());
      for (const [name, bucket] of buckets) sandbox.state.buckets.set(name, bucket);
      sandbox.faults.clear();
    },
    stop: () => sandbox.stop(),
  };
}

/** Gives a code-server in a throw-away home the way to the sandbox, and profiles that it knows. */
export function leadToSandbox(home, url) {
  write(home.at('data/Machine/settings.json'), JSON.stringify(settingsFor(url)));
  write(home.at('home/.aws/credentials'), credentials);
}

/**
 * A throw-away home for a desktop VS Code that is led to the sandbox, and the environment to start it in: the user's own,
 * for it has his screen and keyboard, but for what it says of AWS.
 */
export function desktopLedToSandbox(url, environment = process.env) {
  const home = makeRunFolder(settingsFor(url));
  const [configFile, credentialsFile] = ['config', 'credentials'].map((name) => home.at('home/.aws', name));
  write(configFile, '');
  write(credentialsFile, credentials);
  const kept = Object.entries(environment).filter(([name]) => !/^AWS_|^ELECTRON_RUN_AS_NODE$|^VSCODE_/.test(name));
  const files = { AWS_CONFIG_FILE: configFile, AWS_SHARED_CREDENTIALS_FILE: credentialsFile };
  return { home, env: { ...Object.fromEntries(kept), ...files } };
}

function settingsFor(url) {
  return { 's3Encryption.endpoint': url };
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
