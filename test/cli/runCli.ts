import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Where the bundled tool is. */
export const cliPath = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** How a run of the bundled command-line tool went. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how the tool is run; its environment holds what is given here and no more. */
export interface CliSetting {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
}

/** Runs the tool as a shell would, its output through pipes. */
export function runCli(args: readonly string[], { cwd, input = '', env = {} }: CliSetting = {}): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cliPath, ...args], {
    cwd,
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}
