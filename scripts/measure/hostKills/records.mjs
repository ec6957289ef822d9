import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { recordedOf } from './buckets.mjs';

/** What the extension has written of changes into a folder; read here by nothing but the lines themselves. */
export function recordsIn(folder) {
  const files = () => (existsSync(folder) ? readdirSync(folder) : []);
  return {
    /** How many changes have been begun. */
    begun: () => files().filter((name) => name.endsWith('.jsonl')).length,
    /** The process that is at a change of many buckets; undefined before there is one. */
    holder() {
      const lock = files().find((name) => name.endsWith('.fleet.lock'));
      const text = lock && readFileSync(path.join(folder, lock), 'utf8');
      return text ? JSON.parse(text).pid : undefined;
    },
    read: () => {
      const names = files();
      const runs = names.filter((name) => name.endsWith('.jsonl')).map((name) => readRun(path.join(folder, name)));
      return summaryOf(runs, names);
    },
    clear() {
      for (const name of files()) rmSync(path.join(folder, name), { force: true });
    },
  };
}

/** The bucket of a change, what it had, and how it ended; a line that was torn is none. */
function readRun(file) {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const [first, ...rest] = lines.map((line) => JSON.parse(line));
  const last = rest.at(-1);
  return { bucket: first?.bucket, before: first?.before, result: last?.step === 'finished' ? last.result : undefined };
}

function summaryOf(runs, files) {
  const begun = runs.filter(({ bucket }) => bucket !== undefined);
  const runOf = (name) => begun.find(({ bucket }) => bucket === name);
  return {
    /** The changes that have no end. */
    unfinished: begun.filter(({ result }) => result === undefined),
    /** The buckets that are said to be applied and verified. */
    claimed: begun.filter(({ result }) => result === 'applied-and-verified').map(({ bucket }) => bucket),
    isFleetStopped: files.some((name) => name.endsWith('.fleet')),
    /** Whether the extension has changed a bucket; one that somebody changed since had been on its way. */
    changedBy: (name, truths) =>
      truths[name] === 'applied' || (truths[name] === 'changed' && runOf(name) !== undefined),
    hasWhatWas: (name) => isDeepStrictEqual(runOf(name)?.before, recordedOf(name)),
    resultOf: (name) => runOf(name)?.result,
  };
}
