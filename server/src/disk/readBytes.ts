import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { mayHoldConfiguration } from '../core/index.ts';
import { isUtf16, refuseUnmarked } from './decode.ts';

/** All but the largest files fit in; one buffer for all of them spares an allocation and a stat for each. */
const window = Buffer.allocUnsafeSlow(1 << 20);

/** What two neighbouring windows share, in bytes: more than the longest of the words that are searched for. */
const overlap = 256;

/**
 * The bytes of a file, or undefined where it certainly holds no configuration. They are good until the next call. A
 * large file without the words is never in memory whole.
 * @throws where it can't be opened or read, or is in an encoding that isn't read
 */
export function readBytes(path: string): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    const bytes = window.subarray(0, fill(file, 0));
    refuseUnmarked(bytes);
    if (bytes.length === window.length) return readLarge(file, path);
    return mayMatter(bytes) ? bytes : undefined;
  } finally {
    closeSync(file);
  }
}

/**
 * False where these bytes, whatever encoding they turn out to be in, hold none of the words that matter. The words are
 * ASCII, and what is ASCII reads the same as Latin-1, which costs no decoding.
 */
export function mayMatter(bytes: Buffer): boolean {
  return isUtf16(bytes) || mayHoldConfiguration(bytes.toString('latin1'));
}

/** Goes on behind the first window, which is full. */
function readLarge(file: number, path: string): Buffer | undefined {
  if (!fstatSync(file).isFile()) return Buffer.concat([window, readFileSync(file)]);
  let length = window.length;
  while (!mayMatter(window.subarray(0, length))) {
    if (length < window.length) return undefined;
    window.copyWithin(0, window.length - overlap);
    length = fill(file, overlap);
  }
  return readFileSync(path);
}

/** Reads on until the window is full or the file ends; returns up to where the window is filled. */
function fill(file: number, from: number): number {
  let end = from;
  while (end < window.length) {
    const count = readSync(file, window, end, window.length - end, null);
    if (count === 0) break;
    end += count;
  }
  return end;
}
