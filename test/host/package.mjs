import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { artifacts, root } from './paths.mjs';
import { run } from './processes.mjs';

/** The packed extension. */
export const vsixFile = path.join(artifacts, 's3-encryption.vsix');

/** Builds and packs the extension as for a release, unless S3E_VSIX names one that is; returns the file. */
export async function packExtension() {
  if (process.env.S3E_VSIX) return process.env.S3E_VSIX;
  // A fresh clone has no such folder, and vsce makes none.
  mkdirSync(artifacts, { recursive: true });
  await run('npm', ['run', 'package', '--', '--out', vsixFile], { cwd: root });
  return vsixFile;
}
