// npm run test:edits [-- --steps N --seed N]: bundles the random walk and runs it without a test runner around it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { corpusFolder } from '../test/corpus/folder.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}artifacts/testEdits.mjs`;

await esbuild.build({
  entryPoints: [`${root}test/unit/edits/run.ts`],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  alias: { yaml: `${root}node_modules/yaml/browser/index.js` },
  outfile,
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, S3_ENCRYPTION_CORPUS: corpusFolder },
});
process.exitCode = status ?? 1;
