import { spawn } from 'node:child_process';
import { vsixFile } from '../../test/host/package.mjs';
import { root } from '../../test/host/paths.mjs';
import { onStopSignal, stopGroup } from '../../test/host/processes.mjs';

const limitMs = 8 * 60_000;
/** Longer than a suite takes to end what it started itself. */
const graceMs = 10_000;

/**
 * How a suite went.
 * @typedef {object} Result
 * @property {string} name
 * @property {number} ms
 * @property {number} passed
 * @property {number} failed
 * @property {string} [skipped] what to do so that it can be run
 */

/**
 * Runs a suite, in silence where all is well: what it wrote is shown only where it fails.
 * @param {import('./suites.mjs').Suite} suite
 * @returns {Promise<Result>}
 */
export async function play({ name, command, needs, report }) {
  const skipped = await needs?.missing(console.log);
  if (skipped !== undefined) return { name, ms: 0, passed: 0, failed: 0, skipped };
  const began = performance.now();
  const { code, output } = await runQuietly(command);
  const counted = report?.() ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  const failed = code === 0 ? counted.failed : Math.max(counted.failed, 1);
  if (failed > 0) console.log(`\n${output.trimEnd()}\n`);
  return { name, ms: performance.now() - began, passed: counted.passed, failed };
}

/** The packed extension is made once, by the suite of that name; the later ones take it as it is. */
function runQuietly([program, ...args]) {
  const { FORCE_COLOR: _, ...environment } = process.env;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...environment, S3E_VSIX: vsixFile, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const forget = onStopSignal(() => stopGroup(child, graceMs));
  const deadline = setTimeout(() => {
    output += `\nIt did not end within ${limitMs / 60_000} minutes.`;
    stopGroup(child, graceMs);
  }, limitMs);
  return new Promise((resolve) => {
    const end = (code) => {
      clearTimeout(deadline);
      forget();
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', end);
  });
}
