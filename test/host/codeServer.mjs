import { spawn } from 'node:child_process';
import { createWriteStream, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { ensureInstalled } from './install.mjs';
import { run, sleep, stopGroup } from './processes.mjs';
import { makeRunFolder } from './runFolder.mjs';

const startLimitMs = 60_000;
const flags = [
  ...['--auth', 'none', '--disable-telemetry', '--disable-update-check'],
  ...['--disable-getting-started-override', '--ignore-last-opened'],
];

/**
 * A running VS Code in a throw-away home, to be opened in a browser of this machine.
 * @typedef {object} CodeServer
 * @property {ReturnType<typeof makeRunFolder>} home
 * @property {string} url where it listens, on the loopback alone
 * @property {(file: string) => string} remoteUri how its pages name a file of this machine
 * @property {(opened: string, payload?: [string, string][]) => string} pageFor the page that shows a folder or a workspace's file
 * @property {() => Promise<void>} stop ends it and all that it started, and removes its home
 */

/**
 * Starts a VS Code.
 * @param {object} options
 * @param {string} [options.vsix] a packed extension to install first
 * @param {Record<string, unknown>} [options.userSettings]
 * @param {string[]} [options.extraArgs] for code-server
 * @param {boolean} [options.asksForTrust] true where a workspace isn't trusted before the user says so
 * @param {Record<string, string>} [options.extraEnvironment]
 * @param {number} [options.port] a free one where left out
 * @param {(line: string) => void} [options.say] told what takes time
 * @returns {Promise<CodeServer>}
 * @throws where it can't be installed or doesn't start in time
 */
export async function start({ vsix, userSettings, extraArgs = [], asksForTrust, extraEnvironment, port, say } = {}) {
  const program = await ensureInstalled(say);
  const home = makeRunFolder(userSettings);
  writeFileSync(home.at('config.yaml'), 'auth: none\n');
  const command = [
    program.entry,
    ...['--config', home.at('config.yaml'), '--user-data-dir', home.at('data')],
    ...['--extensions-dir', home.at('extensions')],
  ];
  try {
    if (vsix) await run(program.node, [...command, '--install-extension', vsix], { env: home.environment() });
    const authority = `127.0.0.1:${port ?? (await freePort())}`;
    const trust = asksForTrust ? [] : ['--disable-workspace-trust'];
    const serverArgs = [...command, '--bind-addr', authority, ...flags, ...trust, ...extraArgs];
    const child = spawnServer(program.node, serverArgs, home, extraEnvironment);
    await untilHealthy(child, `http://${authority}`, home);
    return codeServer(child, authority, home);
  } catch (error) {
    home.remove();
    throw error;
  }
}

function spawnServer(node, args, home, extraEnvironment) {
  const log = createWriteStream(home.at('code-server.log'));
  const env = home.environment(extraEnvironment);
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return child;
}

/** @returns {CodeServer} */
function codeServer(child, authority, home) {
  const url = `http://${authority}`;
  return {
    home,
    url,
    remoteUri: (file) => `vscode-remote://${authority}${file}`,
    pageFor: (opened, payload = []) => {
      const query = new URLSearchParams({ [opened.endsWith('.code-workspace') ? 'workspace' : 'folder']: opened });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `${url}/?${query}`;
    },
    stop: async () => {
      await stopGroup(child);
      home.remove();
    },
  };
}

async function untilHealthy(child, url, home) {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`code-server ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  await stopGroup(child);
  throw new Error(`code-server did not start within ${startLimitMs / 1000} s (its home was ${home.at()})`);
}

/** A port of the loopback that was free a moment ago. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
