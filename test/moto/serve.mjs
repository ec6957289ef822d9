import { spawn } from 'node:child_process';
import { stopGroup } from '../host/processes.mjs';
import { ensureMoto } from './install.mjs';

const startLimitMs = 60_000;

/** Starts moto once for all tests that talk to it, on a free port of the loopback; they find its URL as `moto`. */
export default async function serve({ provide }) {
  const python = await ensureMoto(console.log);
  const args = ['-m', 'moto.server', '--host', '127.0.0.1', '--port', '0'];
  const child = spawn(python, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  try {
    provide('moto', await urlOf(child));
  } catch (error) {
    await stopGroup(child);
    throw error;
  }
  return () => stopGroup(child);
}

/** The address that it tells once it listens there. */
function urlOf(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`moto ${why}:\n${output}`));
    const timer = setTimeout(() => fail(`did not start within ${startLimitMs / 1000} s`), startLimitMs);
    child.on('error', reject);
    child.on('exit', (code) => fail(`ended with ${code}`));
    child.stderr.on('data', (data) => {
      output += data;
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}
