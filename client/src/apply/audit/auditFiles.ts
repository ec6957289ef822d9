import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { execPath } from 'node:process';
import type { Bucket } from '../../aws/bucketName.ts';
import { payloadText } from '../plan/payload.ts';
import { type Audit, describeAudit } from './audit.ts';

/**
 * Writes an audit as Markdown and JSON, the requests that would give the buckets what they have as a folder of files, and
 * SARIF about those: its places can be opened. The SARIF is the command line's. `stem` is the path without an ending, under which
 * nothing else stands: that would be replaced, or judged.
 */
export async function saveAudit(cli: string, audit: Audit, stem: string): Promise<void> {
  await writeFile(`${stem}.md`, `${describeAudit(audit)}\n`);
  await writeFile(`${stem}.json`, `${JSON.stringify(audit, undefined, 2)}\n`);
  await mkdir(stem, { recursive: true });
  for (const { bucket, encryption } of audit.buckets) {
    if (encryption !== undefined) await writeFile(join(stem, fileNameOf(bucket)), payloadText(bucket, encryption));
  }
  await writeFile(`${stem}.sarif`, await sarifOf(cli, dirname(stem), basename(stem)));
}

/** A name that stays in its folder: what answers in place of S3 can call a bucket `../other`. */
function fileNameOf({ name }: Bucket): string {
  return `${name.replace(/[^\w.-]/g, '_')}.json`;
}

/** Its exit code tells of findings, which are no fault of the run; without any output there was one. */
function sarifOf(cli: string, cwd: string, folder: string): Promise<string> {
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const options = { cwd, env: environment, maxBuffer: 1 << 28 };
  return new Promise((resolve, reject) => {
    execFile(execPath, [cli, 'check', '--format', 'sarif', folder], options, (error, stdout, stderr) => {
      if (stdout === '') reject(error ?? new Error(stderr));
      else resolve(stdout);
    });
  });
}
