import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { profileOf } from '../sandbox/profiles.mjs';
import { newFolder } from '../support/folder.ts';
import type { FleetOrder } from './fleetChild.ts';

/**
 * A run over many buckets as a program of its own, which can be measured and killed: its path. `callsAlone` makes the same
 * calls and does nothing else.
 */
export async function buildFleetProgram(name: 'fleetChild' | 'callsAlone' = 'fleetChild'): Promise<string> {
  const outfile = join(newFolder(), `${name}.cjs`);
  const entry = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', logLevel: 'error' });
  return outfile;
}

/** Starts it on an order; it knows no other credentials than those of the sandbox. */
export function startFleet(program: string, order: FleetOrder): ChildProcess {
  const file = join(newFolder(), 'credentials');
  writeFileSync(file, profileOf('dev'));
  const env = {
    PATH: process.env.PATH,
    HOME: newFolder(),
    AWS_SHARED_CREDENTIALS_FILE: file,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const child = fork(program, [], { env });
  child.send(order);
  return child;
}
