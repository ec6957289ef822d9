import { lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyFileNames } from '../core/index.ts';
import { type PolicyFile, readPolicyFile } from './policyFile.ts';

/** Finds the policies of files, and reads each once. */
export class PolicyFiles {
  readonly #ofFolders = new Map<string, PolicyFile | undefined>();

  /**
   * The policy that holds for a file, which needn't exist: the one in its folder, or in the nearest folder above it, up
   * to `top`, or to the root where that is left out. Both are absolute. Throws nothing.
   */
  of(file: string, top?: string): PolicyFile | undefined {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const own = this.#inFolder(folder);
      if (own || folder === top || folder === dirname(folder)) return own;
    }
  }

  /** Forgets what was read: the next question is answered by the disk. */
  forget(): void {
    this.#ofFolders.clear();
  }

  #inFolder(folder: string): PolicyFile | undefined {
    const known = this.#ofFolders.get(folder);
    if (known || this.#ofFolders.has(folder)) return known;
    const path = policyFileNames.map((name) => join(folder, name)).find(isThere);
    const found = path === undefined ? undefined : readPolicyFile(path);
    this.#ofFolders.set(folder, found);
    return found;
  }
}

/**
 * A folder of that name is none. A file that can't be looked at is there, and so is a link that leads nowhere: its reading says
 * why it can't be read.
 */
function isThere(path: string): boolean {
  try {
    const itself = lstatSync(path, { throwIfNoEntry: false });
    if (!itself?.isSymbolicLink()) return itself?.isFile() ?? false;
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  } catch (error) {
    return ['EACCES', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}
