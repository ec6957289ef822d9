import { statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import { type Decoded, decode } from '../disk/decode.ts';
import { walkFolders } from '../disk/files.ts';
import { readBytes } from '../disk/readBytes.ts';
import type { OpenDocument } from './openDocument.ts';
import { pathOf } from './projectSettings.ts';

/** How many files and folders are looked at before other work has its turn. */
const stepsInARow = 20;

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
  let steps = 0;
  for (const found of walkFolders(folders)) {
    if (token.isCancellationRequested) return;
    if (found && found.error === undefined) {
      files++;
      yield fileAt(found.path);
    }
    if (++steps % stepsInARow > 0) continue;
    onFiles?.(files);
    await nextTurn();
  }
}

/** A file of the workspace by its path, which is absolute. */
export function fileAt(path: string): WorkspaceFile {
  const url = pathToFileURL(path);
  // As the path of a URI is spelt, whoever spelt this one.
  return { uri: url.href, path: fileURLToPath(url) };
}

/** True where a file is open: by its path, for a client may spell its URI otherwise than this server does. */
export function isOpen({ path }: WorkspaceFile, documents: TextDocuments<OpenDocument>): boolean {
  return documents.all().some(({ uri }) => pathOf(uri) === path);
}

/** What stands on disk at a path: a file, a folder, nothing. */
export function whatIsAt(path: string): 'file' | 'folder' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && (stats.isDirectory() ? 'folder' : 'file');
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
