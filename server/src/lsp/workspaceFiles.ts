import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver';
import { type Decoded, decode } from '../disk/decode.ts';
import { findFiles } from '../disk/files.ts';
import { readBytes } from '../disk/readBytes.ts';

/** How many files are looked at before other work has its turn. */
const filesInARow = 20;

/** Who wants to know how far the walk is, and can end it. */
export interface Watcher {
  readonly token: CancellationToken;
  /** Told now and then how many files it was so far. */
  readonly onFiles?: (files: number) => void;
}

/** A file of the workspace. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly path: string;
}

/** The files of these folders that could hold a configuration by their names, in a walk that leaves others their turn. */
export async function* workspaceFiles(
  folders: readonly string[],
  { token, onFiles }: Watcher,
): AsyncGenerator<WorkspaceFile> {
  let files = 0;
  for (const { path, error } of findFiles([...folders])) {
    if (token.isCancellationRequested) return;
    if (error !== undefined) continue;
    yield { uri: pathToFileURL(path).href, path };
    if (++files % filesInARow > 0) continue;
    onFiles?.(files);
    await nextTurn();
  }
}

/** What a file that may hold a configuration holds; undefined for any other, and for one that can't be read. */
export function readFileText(path: string): Decoded | undefined {
  try {
    const bytes = readBytes(path);
    return bytes && decode(bytes);
  } catch {
    return undefined;
  }
}
