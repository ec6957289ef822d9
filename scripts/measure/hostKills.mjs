/**
 * Kills the extension host in the middle of an apply to 20 buckets, again and again, and sees after each restart what is on
 * disk and what the user is told: `npm run measure:host-kills [KILLS]`, 100 where nothing is said, a quarter of a minute each. The
 * packed extension, a real workbench, the embedded S3. Fails where anything was lost or told wrong; docs/applying.md says what
 * came of it.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { packExtension } from '../../test/host/package.mjs';
import { artifacts } from '../../test/host/paths.mjs';
import { onStage } from '../../test/ui/stage.mjs';
import { Workbench } from '../../test/ui/workbench.mjs';
import { names, seeds, truthsOf } from './hostKills/buckets.mjs';
import { recordsIn } from './hostKills/records.mjs';
import { applyToAll, killDuring, settle } from './hostKills/steps.mjs';

const kills = Number(process.argv[2] ?? 100);
const pictures = path.join(artifacts, 'host-kills');

/** A change of 20 buckets shows as so many traces: a file for each change, and three requests. */
const tracesOfWhole = names.length * 4;

/** So many plays may fail of the workbench itself, a click that got lost, and are played again. */
const mostLost = 10;

async function main() {
  mkdirSync(pictures, { recursive: true });
  await onStage(await packExtension(), { seeds }, async ({ sandbox, page, address, journal }) => {
    const workbench = new Workbench(page, sandbox);
    const stage = { workbench, sandbox, records: recordsIn(journal), open: () => workbench.goTo(address) };
    report(await playAll(stage));
  });
}

async function playAll(stage) {
  const rows = [];
  let lost = 0;
  await stage.open();
  while (rows.length < kills) {
    const after = 1 + Math.floor((rows.length * tracesOfWhole) / kills);
    try {
      rows.push(await playOne(stage, after, rows.length));
    } catch (error) {
      lost += 1;
      console.log(`not played (${lost}): ${error.message}`);
      await stage.workbench.runCommand('Notifications: Show Notifications').catch(() => {});
      await stage.workbench.screenshot(path.join(pictures, `lost-${lost}.png`));
      if (lost > mostLost) throw error;
      await stage.open();
    }
  }
  return rows;
}

/** One kill, and what came of it. */
async function playOne(stage, after, index) {
  const { sandbox, records, workbench } = stage;
  sandbox.reset();
  records.clear();
  const heldUp = holdUp(sandbox, index);
  await applyToAll(workbench, names.length);
  const killed = await killDuring(stage, after);
  sandbox.faults.clear();
  const left = records.read();
  const bySomebody = index % 3 === 0 ? changeBySomebody(sandbox, left.unfinished) : undefined;
  const truths = truthsOf(sandbox.state);
  await stage.open();
  const told = await settle(workbench, left, truths);
  if (index % 25 === 1) await workbench.screenshot(path.join(pictures, `kill-${index}.png`));
  const row = { ...killed, ...rowOf(left, truths, records.read()), told };
  console.log(JSON.stringify({ kill: index + 1, ...row, heldUp, bySomebody }));
  return row;
}

/** Every other kill meets requests that hang on their way there, or on the way back: these are in doubt for longer. */
function holdUp(sandbox, index) {
  if (index % 2 === 0) return undefined;
  const when = index % 4 === 1 ? 'before-change' : 'after-change';
  const effect = { kind: 'silence', milliseconds: 60_000, when };
  for (const bucket of names.filter((_each, at) => at % 4 === 1)) {
    sandbox.faults.add({ operation: 'PutBucketEncryption', bucket, effect });
  }
  return when;
}

/** Gives a bucket whose change has no end something else, as somebody may while the editor is away. */
function changeBySomebody(sandbox, [first]) {
  if (!first) return undefined;
  sandbox.state.buckets.get(first.bucket).encryption = { algorithm: 'aws:kms:dsse', bucketKeyEnabled: false };
  return first.bucket;
}

function rowOf(left, truths, settled) {
  const changed = names.filter((name) => left.changedBy(name, truths));
  return {
    changed: changed.length,
    onDisk: changed.filter((name) => left.hasWhatWas(name)).length,
    unfinished: left.unfinished.length,
    toldRight: left.unfinished.filter(({ bucket }) => settled.resultOf(bucket) === `unknown-${truths[bucket]}`).length,
    lies: left.claimed.filter((name) => truths[name] !== 'applied').length,
  };
}

function report(rows) {
  console.table(rows);
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  const [changed, onDisk, unfinished, toldRight, lies] = ['changed', 'onDisk', 'unfinished', 'toldRight', 'lies'].map(
    sum,
  );
  const untold = rows.filter(({ told }) => !told).length;
  console.log(
    `${rows.length} kills: ${onDisk} of ${changed} changed buckets have what they had on disk; ` +
      `${toldRight} of ${unfinished} changes without an end are told right, the user among them but for ${untold} kills; ` +
      `${lies} ends on record are untrue.`,
  );
  if (onDisk !== changed || toldRight !== unfinished || lies > 0 || untold > 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
