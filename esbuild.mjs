// Builds the four bundles into dist/ and prints their sizes. --production: minified, without source maps. --watch: builds
// again with every change.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const { production = false, watch = false } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' } },
}).values;

/** @type {esbuild.BuildOptions} */
const bundles = {
  entryPoints: {
    server: 'server/src/main.ts',
    cli: 'server/src/cli.ts',
    client: 'client/src/extension.ts',
    languageClient: 'client/src/languageClient.ts',
  },
  outdir: 'dist',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // The same code as modules, of which a part can be left out; for Node the package offers CommonJS alone.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // The extension loads languageClient.js with the first start of the server, by the require of the editor's host.
  external: ['vscode', '*/languageClient.js'],
  supported: { 'dynamic-import': false },
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

/** The licences of all packages that the bundles hold copies of. */
function thirdPartyNotices(inputs) {
  const folders = new Set(inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]));
  folders.delete(undefined);
  return [...folders].sort().map(noticeOf).join('\n\n');
}

function noticeOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const license = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!license) throw new Error(`${name} ${version} is bundled, but ships no licence`);
  return `${name} ${version}\n${'-'.repeat(72)}\n${readFileSync(join(folder, license), 'utf8').trim()}\n`;
}

if (watch) {
  const context = await esbuild.context(bundles);
  await context.watch();
} else {
  const { metafile } = await esbuild.build(bundles);
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(Object.keys(metafile.inputs)));
}
