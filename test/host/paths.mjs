import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What runs leave behind: reports, screenshots, the packed extension. Ignored by git. */
export const artifacts = path.join(root, 'artifacts');

/** The documents a newcomer tries; the suites work on a copy. */
export const examples = path.join(root, 'examples');

/** What is fetched once for all checkouts. */
export function cacheFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 's3-encryption');
}
