import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for the code that is compiled of them. */
    readonly codeFolder: string;
  }
}

/** Builds the bundles as they are shipped, once for all tests that run them; these find a `codeFolder`, gone in the end. */
export default function buildBundles({ provide }: TestProject): () => void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const folder = mkdtempSync(join(tmpdir(), 's3-encryption-code-'));
  provide('codeFolder', folder);
  return () => rmSync(folder, { recursive: true });
}
