// npm run bench [-- --peers] [-- --only NAMEPART]: measures what is built, beside the floor and beside the peers, in one run,
// and prints Markdown tables. Nothing here is a test: figures are compared with those beside them, never with yesterday's.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { measureCommands } from './commandLine.mjs';
import { documentOf, measureKeystrokes, measureQuestions, measureStart, measureStructure } from './editing.mjs';
import { template, templateFolder, workspace } from './generate.mjs';
import { measureActivation, measureLoading } from './loading.mjs';
import { shown, table } from './numbers.mjs';
import { installPeers } from './peers.mjs';

const { values } = parseArgs({ options: { peers: { type: 'boolean' }, only: { type: 'string' } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 's3-encryption-bench-'));
const dist = (name) => join(root, 'dist', name);
const peers = values.peers ? installPeers() : undefined;

const bundling = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
};
const alias = { yaml: join(root, 'node_modules/yaml/browser/index.js') };
await esbuild.build({ ...bundling, entryPoints: [join(root, 'bench/floor.mjs')], outfile: join(folder, 'floor.js') });
await esbuild.build({
  ...bundling,
  alias,
  entryPoints: [join(root, 'bench/judging.ts')],
  outfile: join(folder, 'judging.js'),
});

const canned = join(folder, 'canned.json');
const ours = { name: 'this server', command: process.execPath, args: [dist('server.js'), '--stdio'] };
const floor = {
  name: 'floor',
  command: process.execPath,
  args: [join(folder, 'floor.js'), '--canned', canned],
  canned,
};
const sizes = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000, '5 MB': 5_000_000 };
const documents = new Map();
function document(size, language) {
  const name = `${size.replace(' ', '')}`;
  const known = documents.get(name + language) ?? documentOf(name, language, template(sizes[size], language));
  documents.set(name + language, known);
  return known;
}

const parts = {
  async keystrokes() {
    const rows = [];
    const memory = [];
    const cases = [...Object.keys(sizes).map((size) => [size, 'yaml']), ['1 MB', 'json']];
    for (const [size, language] of cases) {
      const peer = peers && size !== '5 MB' ? [peers[language]] : [];
      const rounds = size === '5 MB' ? 30 : 40;
      const {
        medians,
        found,
        memory: used,
      } = await measureKeystrokes(ours, floor, peer, document(size, language), rounds);
      const [own, least, other] = medians;
      const faster = other === undefined ? '–' : `${shown(other)} (${Math.round(other / own)} ×)`;
      rows.push([
        `${size} ${language}`,
        String(found),
        shown(own),
        shown(least),
        `${(own / least).toFixed(2)} ×`,
        faster,
      ]);
      memory.push([`${size} ${language}`, ...used.map(shown), ...(used.length < 3 ? ['–'] : [])]);
    }
    console.log(
      `\nKeystroke → diagnostics, ms\n\n${table(['document', 'diagnostics', 'this server', 'floor', 'ratio', 'peer'], rows)}`,
    );
    console.log(`\nPeak memory thereafter, MB\n\n${table(['document', 'this server', 'floor', 'peer'], memory)}`);
  },
  async structure() {
    const { medians } = await measureStructure(ours, floor, document('1 MB', 'yaml'));
    const [own, least] = medians;
    console.log(
      `\nA resource pasted or cut at 1 MB YAML: ${shown(own)} ms, floor ${shown(least)} ms, ${(own / least).toFixed(2)} ×`,
    );
  },
  async start() {
    const rows = [];
    for (const size of ['10 KB', '1 MB']) {
      writeFileSync(
        canned,
        JSON.stringify([
          [],
          [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message: 'x' }],
        ]),
      );
      const servers = [ours, floor, ...(peers ? [peers.yaml] : [])];
      const [own, least, other] = await measureStart(servers, document(size, 'yaml'), peers ? 7 : 11);
      rows.push([`${size} yaml`, shown(own), shown(least), `${(own / least).toFixed(2)} ×`, shown(other)]);
    }
    console.log(
      `\nStart of the process → first diagnostics, ms\n\n${table(['document', 'this server', 'floor', 'ratio', 'peer'], rows)}`,
    );
  },
  async questions() {
    const rows = [];
    for (const size of Object.keys(sizes)) {
      const times = await measureQuestions(ours, document(size, 'yaml'));
      rows.push([`${size} yaml`, ...Object.values(times).map(shown)]);
    }
    console.log(`\nQuestions, ms\n\n${table(['document', 'hover', 'completion', 'edit + completion'], rows)}`);
  },
  commands() {
    writeFileSync(join(folder, 'one.yaml'), template(10_000, 'yaml'));
    templateFolder(join(folder, 'templates'), 100);
    workspace(join(folder, 'workspace'), 10_000);
    const own = (path) => [process.execPath, dist('cli.js'), 'check', path];
    const rows = [
      ['one template, 10 KB', 'one.yaml', 7],
      ['100 templates', 'templates', 3],
      ['10,000 files, 100 relevant', 'workspace', 5],
    ].map(([name, path, rounds]) => {
      const at = join(folder, path);
      const other = path === 'one.yaml' ? [peers?.cfnLint, at] : [peers?.cfnLint, `${at}/*`];
      const isCompared = peers && path !== 'workspace';
      const [mine, theirs] = measureCommands(
        [own(at), ...(isCompared ? [other] : [])],
        isCompared && path !== 'one.yaml' ? 1 : rounds,
      );
      const faster = theirs ? `${theirs.seconds.toFixed(1)} (${Math.round(theirs.seconds / mine.seconds)} ×)` : '–';
      return [name, mine.seconds.toFixed(2), shown(mine.memory), faster];
    });
    console.log(`\nCommand line, whole process, s\n\n${table(['work', 'this tool', 'MB', 'cfn-lint'], rows)}`);
  },
  loading() {
    const rows = [
      ['the client awake, ms', shown(measureActivation(dist('client.js')))],
      ['the SDK loaded, ms', shown(measureLoading(dist('awsBundle.js')))],
      [
        'one bucket judged by all rules, µs',
        shown(Number(spawnSync(process.execPath, [join(folder, 'judging.js')], { encoding: 'utf8' }).stdout)),
      ],
      ['server bundle, KB', shown(statSync(dist('server.js')).size / 1024)],
    ];
    console.log(`\n${table(['', ''], rows)}`);
  },
};

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}`,
);
if (peers)
  console.log(
    Object.entries(peers.versions)
      .map((each) => each.join(' '))
      .join(', '),
  );
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (!values.only || name.includes(values.only)) await measure();
  }
} finally {
  rmSync(folder, { recursive: true });
}
