import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** After how many processes nothing more is learned of a bundle. Each keeps what those before it compiled, and its own. */
const lastRound = 8;

/** How many characters a round takes in the head of a file, behind the build. */
const roundDigits = 2;

/** What V8 compiled of a bundle. */
export interface Code {
  readonly bytes: Buffer;
  /** The how manieth process it is from, beginning with 1. */
  readonly round: number;
}

/** A bundle's file in the folder of a V8: others have other bytecode, and would take it from each other. */
export function codeFile(folder: string, bundle: string): string {
  return join(folder, `${bundle}-${process.versions.v8}-${process.arch}.code`);
}

/** False once so many processes have learned from each other that one more would write what is there. */
export function mayBeKept(code: Code | undefined): boolean {
  return !code || code.round < lastRound;
}

/**
 * The code that a file keeps of a build (30 characters that no other build has), undefined where there is none that may be
 * trusted. V8 looks at the length of the source alone, and runs whatever bytes it is given: so the file is to be of that very
 * build, written by this user, and whole. It holds the code twice, which tells a fault of the disk in a tenth of the time that
 * the loading of a checksum takes.
 */
export function readCode(file: string, build: string): Code | undefined {
  try {
    const kept = readOwn(file);
    const begin = build.length + roundDigits;
    const length = (kept.length - begin) / 2;
    const round = Number(kept.toString('latin1', build.length, begin));
    const bytes = kept.subarray(begin, begin + length);
    const isWhole = kept.toString('latin1', 0, build.length) === build && bytes.equals(kept.subarray(begin + length));
    return isWhole ? { bytes, round } : undefined;
  } catch {
    return undefined;
  }
}

/** After how long code that nobody wrote anew is taken away: it is mostly of a V8 that is gone, else soon made again. */
const monthMs = 30 * 24 * 60 * 60 * 1000;

/** Keeps code for the next process; where that can't be done, nothing is lost but its time. */
export function writeCode(file: string, build: string, { bytes, round }: Code): void {
  const draft = `${file}.${process.pid}`;
  const isKept = succeeds(() => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([headOf(build, round), bytes, bytes]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  });
  if (!isKept) succeeds(() => unlinkSync(draft));
  else if (round === 1) succeeds(() => removeOld(dirname(file)));
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/\.code(?:\.\d+)?$/.test(name) && Date.now() - statSync(path).mtimeMs > monthMs) unlinkSync(path);
  }
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function headOf(build: string, round: number): Buffer {
  return Buffer.from(build + String(round).padStart(roundDigits, '0'), 'latin1');
}

/** Of a file that no other user can have written: what root runs must not come from the home that `sudo` left it. */
function readOwn(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { uid, mode } = fstatSync(handle);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    if (!isOwn) throw new Error(`${file} may be another user's`);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
