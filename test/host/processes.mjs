import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Waits for so many milliseconds. */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs a command to its end and returns what it wrote to either stream.
 * @throws an Error that ends with the command's last lines, where its exit code isn't 0.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${path.basename(command)} ${args[0]} ended with ${code}:\n${lastLines(output, 12)}`));
    });
  });
}

/** Ends a process that was spawned `detached`, and all that it started: politely first, after `graceMs` by force. */
export async function stopGroup(child, graceMs = 5000) {
  if (child.pid === undefined) return;
  const ended = child.exitCode !== null || new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child.pid, 'SIGTERM');
  await Promise.race([ended, sleep(graceMs)]);
  signalGroup(child.pid, 'SIGKILL');
}

/** The first of these programs that is on the PATH, as an absolute path. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((e) => path.join(folder, name + e))),
  );
  return candidates.find(isExecutable);
}

/** True for a file that can be run. */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs `cleanUp` where the process is asked to end, then ends it with the signal's usual exit code. Returns a function
 * that takes this back.
 */
export function onStopSignal(cleanUp) {
  const endWith = (code) => async () => {
    await cleanUp();
    process.exit(code);
  };
  const handlers = { SIGINT: endWith(130), SIGTERM: endWith(143) };
  for (const [signal, handler] of Object.entries(handlers)) process.once(signal, handler);
  return () => {
    for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
  };
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');
