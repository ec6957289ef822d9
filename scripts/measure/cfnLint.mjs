/**
 * Judges the corpus's templates, and broken ones, by this engine and by cfn-lint, and prints where the two differ. cfn-lint
 * comes from PyPI by name, into a virtual environment in the user's cache. docs/diagnosis.md says what was found.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cfnLintVersion, ensureCfnLint } from '../../bench/cfnLint.mjs';
import { corpusFolder } from '../../test/corpus/folder.mjs';

/** What a finding about a bucket's encryption speaks of, also where a name is broken. */
const encryption = /BucketEncr|ServerSideEncryption|SSEAlgorithm|KMSMasterKey|BucketKey|EncryptionType/;
const each = Number(process.argv[2] ?? 4);
const root = fileURLToPath(new URL('../..', import.meta.url));
// Of what is bundled nothing knows any more where it stood.
process.env.S3_ENCRYPTION_CORPUS = corpusFolder;
if (!existsSync(corpusFolder)) {
  console.error('Needs the corpus of real files beside the checkout.');
  process.exit(2);
}

/** The engine's side, from the sources. */
async function readTemplates(folder) {
  const outfile = join(folder, 'templates.cjs');
  const options = { bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'error' };
  await build({ ...options, entryPoints: [join(root, 'test/mutation/templates.ts')], outfile });
  return createRequire(import.meta.url)(outfile).templates(each);
}

/** What cfn-lint says of each file, errors and warnings, that speaks of a bucket's encryption or of a member near its name. */
function judgeAll(program, files) {
  const said = new Map(files.map((file) => [file, []]));
  for (let start = 0; start < files.length; start += 50) {
    const args = ['--format', 'json', '--non-zero-exit-code', 'none', ...files.slice(start, start + 50)];
    const { stdout } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    for (const { Rule, Level, Location, Filename, Message } of JSON.parse(stdout || '[]')) {
      const path = (Location.Path ?? []).join('/');
      const isUnread = Rule.Id === 'E0000';
      const isOurs = encryption.test(`${path} ${Message}`);
      if (Level !== 'Informational' && (isUnread || isOurs)) said.get(Filename)?.push(`${Rule.Id} /${path}`);
    }
  }
  return said;
}

function write(folder, templates) {
  return templates.map((template, index) => {
    const file = join(folder, `${index}${extname(template.file) || '.yaml'}`);
    writeFileSync(file, template.text);
    return { ...template, written: file };
  });
}

/** A line for each mutation: how often each side has something to say that it hadn't of the sound file. */
function reportBroken(all, said) {
  const sound = new Map(all.filter(({ mutation }) => !mutation).map((each) => [each.file, each]));
  const rows = new Map();
  for (const { file, mutation, findings, written } of all) {
    if (!mutation) continue;
    const before = sound.get(file);
    const ours = added(before.findings, findings);
    const theirs = added(said.get(before.written), said.get(written));
    const row = rows.get(mutation) ?? { tried: 0, ours: 0, theirs: 0, severity: '-', rules: new Set() };
    const [severity] = ours[0]?.split(' ') ?? [row.severity];
    rows.set(mutation, {
      tried: row.tried + 1,
      ours: row.ours + (ours.length > 0 ? 1 : 0),
      theirs: row.theirs + (theirs.length > 0 ? 1 : 0),
      severity,
      rules: new Set([...row.rules, ...theirs.map((line) => line.split(' ')[0])]),
    });
  }
  for (const [name, { tried, ours, theirs, severity, rules }] of rows) {
    console.log(
      `${pad(name, 60)} ${pad(severity, 12)} ours ${ours}/${tried}  cfn-lint ${theirs}/${tried} ${[...rules].sort()}`,
    );
  }
}

function reportReal(all, said) {
  for (const { file, mutation, findings, written } of all) {
    const ours = findings.filter((line) => /^(?:error|warning) /.test(line));
    const theirs = said.get(written);
    if (mutation || (ours.length === 0 && theirs.length === 0)) continue;
    console.log(file, ...ours.map((line) => `\n  ours     ${line}`), ...theirs.map((line) => `\n  cfn-lint ${line}`));
  }
}

function added(before, after) {
  return after.filter((line) => !before.includes(line));
}

function pad(text, width) {
  return text.slice(0, width).padEnd(width);
}

const folder = mkdtempSync(join(tmpdir(), 's3-encryption-'));
try {
  const program = ensureCfnLint();
  const all = write(folder, await readTemplates(folder));
  const said = judgeAll(
    program,
    all.map(({ written }) => written),
  );
  console.log(
    `cfn-lint ${cfnLintVersion}; ${all.filter(({ mutation }) => !mutation).length} real templates, ${all.length} in all\n`,
  );
  reportBroken(all, said);
  console.log('\nReal templates:');
  reportReal(all, said);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
