import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { artifacts, root } from '../host/paths.mjs';

const source = path.join(root, 'test/vscode');
const outdir = path.join(artifacts, 'vscode-suite');

/** Bundles the suite for the extension host and returns its module; mocha is found from there, in the checkout. */
export async function buildSuite() {
  const files = readdirSync(source).filter((file) => file === 'index.ts' || file.endsWith('.suite.ts'));
  await build({
    entryPoints: files.map((file) => path.join(source, file)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
}
