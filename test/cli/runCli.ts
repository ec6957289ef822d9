import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

/** Where the bundled tool is. */
export const cliPath = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** How a run of the bundled command-line tool went. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how the tool is run; its environment holds what is given here, and where compiled code is kept. */
export interface CliSetting {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
}

/** Compiled code of runs of the tool is kept for those after them, as on a user's machine, but not in the user's own folder. */
export const codeIsKept = { NODE_COMPILE_CACHE: inject('codeFolder') };

/** Runs the tool as a shell would, its output through pipes. */
export function runCli(args: readonly string[], { cwd, input = '', env = {} }: CliSetting = {}): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cliPath, ...args], {
    cwd,
    input,
    env: { ...codeIsKept, ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}
