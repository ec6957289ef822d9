// Builds the bundles into dist/ and prints their sizes. --production: minified, without source maps. --watch: builds
// again with every change.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { minify } from 'terser';

const require = createRequire(import.meta.url);
const { production = false, watch = false } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' } },
}).values;

/** How long the lines of a bundle are about, in UTF-16 units. */
const lineLimit = 500;

/**
 * What is large and rarely needed has a bundle of its own, loaded with the first need: the parsers of all of YAML, a quarter of
 * the server, the globs of policies, and what needs Node's cryptography. Their use stays synchronous, so nothing of it shows in the sources.
 */
const late = { thoroughReader: 'readThoroughly', matchGlobs: 'matchGlobs', fingerprint: 'fingerprint' };

/** @type {esbuild.Plugin} */
const loadedLate = {
  name: 'loaded-late',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`/(?:${Object.keys(late).join('|')})\\.ts$`);
    onResolve({ filter }, ({ kind, path }) =>
      kind === 'import-statement' ? { path: basename(path, '.ts'), namespace: 'late' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: `export const ${late[path]} = (...args) => require('./${path}.js').${late[path]}(...args);`,
    }));
  },
};

/**
 * The libraries of the protocol are CommonJS: each file that imports one of them would copy all its hundreds of names when the
 * server starts. So they are imported as a module that has each name once, and only those that are used.
 *
 * @type {esbuild.Plugin}
 */
const namedOnce = {
  name: 'named-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver(?:\/node)?$/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'named' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'named' }, ({ path }) => {
      const names = Object.keys(require(path)).filter((name) => name !== 'default');
      const exported = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => library.${name})();`);
      return {
        contents: [`const library = require('${path}');`, ...exported].join('\n'),
        resolveDir: process.cwd(),
      };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  outdir: 'dist',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: production,
  // An error that nobody catches is shown with its line.
  ...(production && { lineLimit }),
  sourcemap: !production,
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

/** @type {esbuild.BuildOptions} */
const bundles = {
  ...common,
  entryPoints: {
    serverBundle: 'server/src/main.ts',
    cliBundle: 'server/src/cli.ts',
    thoroughReader: 'server/src/core/syntax/yaml/thoroughReader.ts',
    matchGlobs: 'server/src/core/policy/matchGlobs.ts',
    fingerprint: 'server/src/cli/fingerprint.ts',
    languageClient: 'client/src/languageClient.ts',
    commandBundle: 'client/src/commandBundle.ts',
    awsBundle: 'client/src/awsBundle.ts',
  },
  mainFields: ['module', 'main'],
  // The same code as modules, of which a part can be left out; for Node the package offers CommonJS alone.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // What is loaded late, each with the first need of it.
  external: ['vscode', '*/awsBundle.js', ...Object.keys(late).map((name) => `./${name}.js`)],
  plugins: [loadedLate, namedOnce],
  supported: { 'dynamic-import': false },
};

/**
 * What the extension loads late is run as a starter runs its bundle.
 *
 * @type {esbuild.Plugin}
 */
const startedLate = {
  name: 'started-late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(?:languageClient|commandBundle)\.js$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: basename(path), namespace: 'started' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'started' }, ({ path }) => ({
      contents: `module.exports = require('./server/src/starters/runBundle.ts').runBundle('${path}');`,
      resolveDir: process.cwd(),
    }));
  },
};

/**
 * What is started. It runs bundles, and those that these load, with the code that V8 compiled of them before, and knows their
 * builds; while sources are watched it knows none, and loads them as Node does.
 *
 * @type {esbuild.BuildOptions}
 */
const starters = {
  ...common,
  entryPoints: {
    server: 'server/src/starters/server.ts',
    cli: 'server/src/starters/cli.ts',
    client: 'client/src/extension.ts',
  },
  external: ['vscode'],
  plugins: [startedLate],
};

/** 30 characters that no other build of the file has. */
function buildOf(file) {
  return createHash('sha256')
    .update(readFileSync(join(common.outdir, file)))
    .digest('hex')
    .slice(0, 30);
}

/**
 * What esbuild leaves of the server is made smaller by a few per cent, which keeps it under its limit. Nothing in it is called with
 * `new` that is written as a function without a `this`, so those may become arrows.
 */
async function shrink(file) {
  const { code } = await minify(readFileSync(file, 'utf8'), {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 2, unsafe_arrows: true },
    format: { max_line_len: lineLimit },
  });
  writeFileSync(file, code);
  console.log(`  ${file}  ${(code.length / 1024).toFixed(1)}kb`);
}

/** The licences of all packages that the bundles hold copies of. */
function thirdPartyNotices(inputs) {
  const folders = new Set(inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]));
  folders.delete(undefined);
  return [...folders].sort().map(noticeOf).join('\n\n');
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && !license) throw new Error(`${name} ${version} is bundled, but says no licence`);
  // A few packages name their licence and ship no text of it.
  const by = typeof author === 'string' ? author : author?.name;
  const text = file
    ? readFileSync(join(folder, file), 'utf8').trim()
    : [`Licence: ${license}`, by].filter(Boolean).join('\n');
  return `${name} ${version}\n${'-'.repeat(72)}\n${text}\n`;
}

const knowing = (builds) => ({ ...starters, define: { builds: JSON.stringify(builds) } });

if (watch) {
  for (const options of [bundles, knowing({})]) {
    const context = await esbuild.context(options);
    await context.watch();
  }
} else {
  const { metafile } = await esbuild.build(bundles);
  if (production) await shrink('dist/serverBundle.js');
  const files = Object.keys(bundles.entryPoints).map((name) => `${name}.js`);
  const started = await esbuild.build(knowing(Object.fromEntries(files.map((file) => [file, buildOf(file)]))));
  const inputs = [metafile, started.metafile].flatMap((each) => Object.keys(each.inputs));
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(inputs));
}
