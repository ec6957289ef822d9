import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { newFolder } from '../support/folder.ts';

const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/** Stands where a desktop VS Code would, looks around as the extension does, and writes down what it found. */
const program = `#!/usr/bin/env node
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const args = process.argv.slice(2);
const data = args[args.indexOf('--user-data-dir') + 1];
const settings = JSON.parse(readFileSync(join(data, 'User/settings.json'), 'utf8'));
const credentials = readFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE, 'utf8');
const awsVariables = Object.keys(process.env).filter((name) => name.startsWith('AWS_')).sort();
fetch(settings['s3Encryption.endpoint'], { headers: { host: 's3.us-east-1.amazonaws.com' } }).then((answer) => {
  const seen = { args, data, awsVariables, profiles: credentials.match(/\\[\\w+\\]/g), answered: answer.status };
  writeFileSync(process.env.SEEN_FILE, JSON.stringify(seen));
});
`;

it('a desktop VS Code is led to the sandbox, and nothing of it stays', async () => {
  const folder = newFolder();
  const file = join(folder, 'code');
  writeFileSync(file, program, { mode: 0o700 });
  const env = { ...process.env, VSCODE_PATH: file, SEEN_FILE: join(folder, 'seen.json'), AWS_PROFILE: 'production' };
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  expect(stdout).toContain('apply-me.json');
  const seen = JSON.parse(readFileSync(env.SEEN_FILE, 'utf8'));
  expect(seen).toMatchObject({
    awsVariables: ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'],
    profiles: ['[default]', '[expired]'],
    answered: 403,
  });
  expect(seen.args.at(-1)).toMatch(/examples$/);
  expect(existsSync(seen.data)).toBe(false);
});
