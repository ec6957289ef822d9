/**
 * How much processor time the engine takes for the whole corpus, beside another checkout's: `node scripts/measure/corpusTime.mjs FOLDER`.
 * Both run in one process, in turn, so that what else the machine does befalls both. docs/diagnosis.md says what came of it.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { corpusFolder } from '../../test/corpus/folder.mjs';

const rounds = 20;
const root = fileURLToPath(new URL('../..', import.meta.url));
const other = process.argv[2];

if (!other || !existsSync(join(corpusFolder, 'labels.jsonl'))) {
  console.error('Needs the folder of another checkout, and the corpus of real files beside this one.');
  process.exit(2);
}

/** The engine of a checkout, by this one's packages. */
async function engineOf(checkout, outfile) {
  const contents = `export { languageOf, lint, readDocument } from '${join(checkout, 'server/src/core/index.ts')}';`;
  const options = { bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'error' };
  await build({ ...options, stdin: { contents, resolveDir: root }, nodePaths: [join(root, 'node_modules')], outfile });
  return createRequire(import.meta.url)(outfile);
}

function readTexts() {
  const labels = readFileSync(join(corpusFolder, 'labels.jsonl'), 'utf8').split('\n').filter(Boolean);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return labels.map((line) => {
    const { file } = JSON.parse(line);
    return { file, text: decoder.decode(readFileSync(join(corpusFolder, file))) };
  });
}

/** Judges every file once, and says how long processors were at it, in milliseconds: the collector's threads too. */
function judgeAll({ languageOf, lint, readDocument }, texts) {
  const began = process.cpuUsage();
  for (const { file, text } of texts) lint(readDocument(text, languageOf(file, text)));
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const folder = mkdtempSync(join(tmpdir(), 's3-encryption-'));
try {
  const texts = readTexts();
  const [theirs, ours] = [
    await engineOf(resolve(other), join(folder, 'theirs.cjs')),
    await engineOf(root, join(folder, 'ours.cjs')),
  ];
  const measured = [];
  for (let round = 0; round <= rounds; round++) {
    const isFirst = round % 2 === 0;
    const before = isFirst ? judgeAll(theirs, texts) : undefined;
    const own = judgeAll(ours, texts);
    // The first round is for the compiler.
    if (round > 0) measured.push({ own, other: before ?? judgeAll(theirs, texts) });
  }
  const ratio = median(measured.map((each) => each.own / each.other));
  const [own, before] = [median(measured.map((each) => each.own)), median(measured.map((each) => each.other))];
  console.log(
    `${texts.length} files: ${own.toFixed(0)} ms here, ${before.toFixed(0)} ms there; ratio ${ratio.toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
