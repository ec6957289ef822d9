import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from 'node:process';
import * as vscode from 'vscode';
import { profileOf } from '../sandbox/profiles.mjs';
import { type Sandbox, type SandboxOptions, start } from '../sandbox/server.ts';

/** A sandbox that the extension takes for AWS, for as long as it stands. */
export interface StandIn {
  readonly sandbox: Sandbox;
  /** Stops it, and leads the extension back to AWS. */
  leave(): Promise<void>;
}

/** Starts a sandbox and leads the extension to it: with the setting for it, and one profile that the sandbox knows. */
export async function standInForAws(seeds: SandboxOptions): Promise<StandIn> {
  const sandbox = await start(seeds);
  const folder = mkdtempSync(path.join(tmpdir(), 's3e-aws-'));
  const [config, shared] = ['config', 'credentials'].map((name) => path.join(folder, name)) as [string, string];
  writeFileSync(config, '');
  writeFileSync(shared, profileOf('default', { region: 'us-east-1' }));
  // The extension runs in this very process.
  const restore = setAwsVariables({ AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: shared });
  await setEndpoint(sandbox.url);
  return {
    sandbox,
    leave: async () => {
      await setEndpoint(undefined);
      restore();
      rmSync(folder, { recursive: true });
      await sandbox.stop();
    },
  };
}

function setEndpoint(url: string | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration('s3Encryption').update('endpoint', url, vscode.ConfigurationTarget.Global);
}

/** Sets these variables and forgets all others of AWS; the result brings them back. */
function setAwsVariables(wanted: Readonly<Record<string, string>>): () => void {
  const before = Object.entries(env).filter(([name]) => name.startsWith('AWS_'));
  for (const [name] of before) delete env[name];
  Object.assign(env, wanted);
  return () => {
    for (const name of Object.keys(wanted)) delete env[name];
    Object.assign(env, Object.fromEntries(before));
  };
}

/** The files of the journal of changes, in the folder that the editor keeps for the extension. */
export function journalFiles(): string[] {
  const kept = path.join(env.S3E_DATA ?? '', 'User/globalStorage');
  assert.ok(existsSync(kept), `the editor keeps nothing in ${kept}`);
  const journal = path.join(kept, 's3-encryption.s3-encryption/journal');
  return existsSync(journal) ? readdirSync(journal) : [];
}
