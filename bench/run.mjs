// npm run bench [-- --peers] [-- --only PART] [-- --write] [-- --profile]: measures what is built, beside the floor and
// beside the peers, in one run, and prints a Markdown table. Nothing here is a test: figures are compared with those beside
// them, never with yesterday's.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { documentOf, rehearse } from './editing.mjs';
import { nearlySound, suppressing, template } from './generate.mjs';
import * as measures from './measures.mjs';
import { installPeers } from './peers.mjs';
import { profileKeystrokes } from './profile.mjs';
import { isMet, tableOf } from './row.mjs';

const { values } = parseArgs({
  options: {
    peers: { type: 'boolean' },
    only: { type: 'string' },
    write: { type: 'boolean' },
    profile: { type: 'boolean' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs', 'performance.md');
const folder = mkdtempSync(join(tmpdir(), 's3-encryption-bench-'));
const dist = (name) => join(root, 'dist', name);
const peers = values.peers ? installPeers() : undefined;

const bundling = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
};
const bundle = (entry, name, minify = true, define = {}) =>
  esbuild.build({ ...bundling, minify, define, entryPoints: [join(root, entry)], outfile: join(folder, name) });

const sizes = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000, '5 MB': 5_000_000 };
const documents = new Map();
function document(size, language) {
  const name = `${size.replace(' ', '')}`;
  const known = documents.get(name + language) ?? documentOf(name, language, template(sizes[size], language));
  documents.set(name + language, known);
  return known;
}

document.nearlySound = (size) => documentOf('sound', 'yaml', nearlySound(sizes[size]));
document.suppressing = (size) => documentOf('suppressing', 'yaml', suppressing(sizes[size]));

const canned = join(folder, 'canned.json');
const node = process.execPath;
// As the extension starts it: what V8 has compiled is kept.
const env = { NODE_COMPILE_CACHE: join(folder, 'compiled') };
const ours = { name: 'this server', command: node, args: [dist('server.js'), '--stdio'], env };
const forgetful = { ...ours, env: { NODE_DISABLE_COMPILE_CACHE: '1' } };
const floor = { name: 'floor', command: node, args: [join(folder, 'floor.js'), '--canned', canned], canned };
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${new Date().toISOString().slice(0, 10)}`;
const others = Object.entries(peers?.versions ?? {}).map((each) => each.join(' '));

try {
  await bundle('bench/floor.mjs', 'floor.js');
  await bundle('bench/judging.ts', 'judging.js');
  await bundle('server/src/starters/runBundle.ts', 'loader.js', true, asInDist(['languageClient.js', 'awsBundle.js']));
  if (values.profile) await showProfile();
  else await showTable();
} finally {
  rmSync(folder, { recursive: true });
}

/** What runs bundles of `dist` from elsewhere, and knows the builds of these: one for this run alone. */
function asInDist(bundles) {
  const builds = Object.fromEntries(bundles.map((name) => [name, 'of the bench'.padEnd(30)]));
  return { builds: JSON.stringify(builds), __dirname: JSON.stringify(join(root, 'dist')) };
}

async function showTable() {
  const rows = [];
  await rehearse(ours, [document('10 KB', 'yaml'), document('10 KB', 'json')]);
  for (const [name, measure] of Object.entries(measures)) {
    if (values.only && name !== values.only) continue;
    process.stderr.write(`${name} …\n`);
    rows.push(...(await measure({ ours, forgetful, floor, peers, document, folder, dist, root })));
  }
  show(
    `measured on Node ${process.versions.node.split('.')[0]}`,
    [[machine, ...others].join(' · '), tableOf(rows)].join('\n\n'),
  );
  for (const { work } of rows.filter((row) => !isMet(row))) process.stderr.write(`TARGET MISSED: ${work}\n`);
}

/** Of a bundle that keeps its names. */
async function showProfile() {
  await bundle('server/src/main.ts', 'server.js', false);
  await bundle('server/src/core/syntax/yaml/thoroughReader.ts', 'thoroughReader.js', false);
  const server = { name: 'this server', command: node, args: [join(folder, 'server.js'), '--stdio'] };
  show('profile', `${machine}\n\n${await profileKeystrokes(server, document('1 MB', 'yaml'), folder)}`);
}

/** Prints it; with --write, puts it into the page between its marks as well. */
function show(mark, text) {
  console.log(text);
  if (!values.write) return;
  const between = new RegExp(`(<!-- ${mark} -->\\n)[^]*?(<!-- /${mark} -->)`);
  const old = readFileSync(page, 'utf8');
  if (!between.test(old)) throw new Error(`${page} has no place for what was ${mark}`);
  writeFileSync(
    page,
    old.replace(between, (_, begin, end) => `${begin}\n${text}\n\n${end}`),
  );
}
