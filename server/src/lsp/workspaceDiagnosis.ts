import { dirname, relative, sep } from 'node:path';
import { CancellationToken } from 'vscode-languageserver';
import { isPassedOver, isWalkedTo } from '../disk/files.ts';
import type { WorkspaceReport } from '../protocol.ts';
import type { FeatureSources } from './featureSources.ts';
import { OpenDocument } from './openDocument.ts';
import { pathOf } from './projectSettings.ts';
import {
  fileAt,
  isOpen,
  readFileText,
  type Watcher,
  type WorkspaceFile,
  whatIsAt,
  workspaceFiles,
} from './workspaceFiles.ts';

/** A workspace with more files than this is diagnosed as a whole only where that is asked for. */
const largeWorkspace = 2_000;

/**
 * Diagnoses files that aren't open. It keeps nothing of a file but whether something was found in it, and the keys that it
 * names: the client has the findings, and a file is read again when it changes.
 */
export class WorkspaceDiagnosis {
  readonly #sources: FeatureSources;
  /** By their paths. */
  readonly #shown = new Set<string>();
  #isOn = false;

  constructor(sources: FeatureSources) {
    this.#sources = sources;
    const { documents } = sources;
    // An open document has diagnostics of its own.
    documents.onDidOpen(({ document }) => {
      const path = pathOf(document.uri);
      if (path !== undefined) this.#clear(fileAt(path));
    });
    documents.onDidClose(({ document }) => {
      this.filesChanged([document.uri]);
    });
  }

  /** Whether it follows what changes on disk. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /**
   * Goes through all files of these folders, and takes away what is shown of others. From then on it follows what changes on
   * disk; where settings, policies or folders change, it is to be run again.
   */
  async run(folders: readonly string[], watcher: Watcher): Promise<WorkspaceReport> {
    this.#isOn = true;
    this.#sources.keys.forget();
    const left = new Set(this.#shown);
    let files = 0;
    for await (const file of workspaceFiles(folders, watcher)) {
      left.delete(file.path);
      await this.#diagnose(file);
      files++;
    }
    if (!watcher.token.isCancellationRequested) for (const path of left) this.#clear(fileAt(path));
    return { files, withFindings: this.#shown.size };
  }

  /** Takes away all that is shown, and follows nothing any more. */
  end(): void {
    this.#isOn = false;
    this.#sources.keys.forget();
    for (const path of this.#shown) this.#clear(fileAt(path));
  }

  /** Takes note of files and folders that came, went or changed on disk. Of what is in such a folder nobody may tell. */
  filesChanged(uris: readonly string[]): void {
    if (!this.#isOn) return;
    const paths = new Set(uris.map(pathOf).filter((path) => path !== undefined));
    for (const path of paths) if (!foldersAround(path).some((folder) => paths.has(folder))) this.#again(path);
  }

  #again(path: string): void {
    this.#lookAt(path).catch((error: unknown) => this.#sources.onFailure(`diagnosing ${path}`, error));
  }

  async #lookAt(path: string): Promise<void> {
    const folder = this.#sources.settings.folderOf(path);
    if (folder !== undefined && isPassedOver(relative(folder, path))) return;
    const found = whatIsAt(path);
    if (!found) this.#forgetIn(path);
    if (found === 'file' && isWalkedTo(path)) await this.#diagnose(fileAt(path));
    if (found !== 'folder') return;
    for await (const file of workspaceFiles([path], { token: CancellationToken.None })) await this.#diagnose(file);
  }

  async #diagnose(file: WorkspaceFile): Promise<void> {
    const { documents, settings, judge, read, keys, connection } = this.#sources;
    const { uri, path } = file;
    const text = readFileText(path)?.text;
    if (text === undefined) return this.#forget(file);
    if (isOpen(file, documents)) return;
    const applying = await settings.of(uri);
    if (isOpen(file, documents)) return;
    settings.forget(uri);
    if (!this.#isOn || settings.folderOf(path) === undefined) return this.#forget(file);
    const document = new OpenDocument(uri, '', 0, text);
    const found = judge(document, applying).diagnostics;
    keys.note(uri, read(document) ? text : undefined);
    if (found.length === 0) return this.#clear(file);
    this.#shown.add(path);
    await connection.sendDiagnostics({ uri, diagnostics: found });
  }

  /** A file that is no more, or none of the workspace's. */
  #forget(file: WorkspaceFile): void {
    this.#sources.keys.note(file.uri, undefined);
    this.#clear(file);
  }

  /** What is no more, and all that was in it. */
  #forgetIn(path: string): void {
    this.#sources.keys.forgetIn(fileAt(path).uri);
    for (const shown of this.#shown) if (shown === path || shown.startsWith(path + sep)) this.#clear(fileAt(shown));
  }

  #clear({ uri, path }: WorkspaceFile): void {
    if (!this.#shown.delete(path)) return;
    const { connection, onFailure } = this.#sources;
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error: unknown) => onFailure(`clearing ${uri}`, error));
  }
}

/** The folders that a path lies in, the innermost first. */
function foldersAround(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAround(folder)];
}

/** Whether these folders hold more files than can be gone through unasked. */
export async function isLarge(folders: readonly string[]): Promise<boolean> {
  let files = 0;
  for await (const _ of workspaceFiles(folders, { token: CancellationToken.None })) {
    if (++files > largeWorkspace) return true;
  }
  return false;
}
