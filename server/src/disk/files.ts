import { type Dirent, readdirSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** A file that is to be read, or a place that could not be looked into. */
export interface Found {
  /** The path to report: what the user named, and the way on from there, with forward slashes. */
  readonly path: string;
  /** True for what the user named, false for what a folder held. */
  readonly named: boolean;
  /** Why it could not be looked into; absent for a file. */
  readonly error?: unknown;
}

const endings = /\.(?:jsonc?|ya?ml|template|cfn)$/i;
const passedOver = new Set(['node_modules', '.git']);

/** True for a file that the walk through its folder comes upon, by its name. */
export function isWalkedTo(path: string): boolean {
  return endings.test(path);
}

/** True for a path below a folder that leads through one which its walk passes over. */
export function isPassedOver(pathBelow: string): boolean {
  return pathBelow.split(/[\\/]/).some((name) => passedOver.has(name));
}

/**
 * The files that these paths name and those that their folders hold: each path's in turn, a folder's by name, so the
 * order is the same on every machine. A link to a folder is followed only where it is named, so no loop is entered; a
 * file that is reached by two of the paths comes once. What can't be looked into comes with its error.
 */
export function* findFiles(paths: readonly string[]): Generator<Found> {
  for (const step of walkFolders(paths)) if (step) yield step;
}

/** The same in steps: undefined at each folder on the way, so that whoever walks gets its turn where no file comes. */
export function* walkFolders(paths: readonly string[]): Generator<Found | undefined> {
  const places = new Set<string>();
  for (const path of paths) {
    for (const found of lookInto(withForwardSlashes(path))) {
      if (!found) {
        yield;
        continue;
      }
      const place = paths.length > 1 ? resolve(found.path) : found.path;
      if (!places.has(place)) yield found;
      places.add(place);
    }
  }
}

function* lookInto(path: string): Generator<Found | undefined> {
  try {
    if (!statSync(path).isDirectory()) yield { path, named: true };
    else yield* search(path, true);
  } catch (error) {
    yield { path, named: true, error };
  }
}

function* search(folder: string, named: boolean): Generator<Found | undefined> {
  yield;
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, named, error };
    return;
  }
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  for (const entry of entries.sort(byName)) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) yield* search(path, false);
    } else if (endings.test(entry.name) && isFile(entry, path)) {
      yield { path, named: false };
    }
  }
}

/** Pipes and devices that lie in a folder are no files: reading them might wait forever. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return true; // Whoever reads it learns why it can't be.
  }
}

function byName(left: Dirent, right: Dirent): number {
  return left.name < right.name ? -1 : 1;
}

function withForwardSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
