import { findFiles } from '../disk/files.ts';
import type { WorkspaceReport } from '../protocol.ts';
import type { FeatureSources } from './featureSources.ts';
import { OpenDocument } from './openDocument.ts';
import { pathOf } from './projectSettings.ts';
import { readFileText, type Watcher, workspaceFiles } from './workspaceFiles.ts';

/** A workspace with more files than this is diagnosed as a whole only where that is asked for. */
export const largeWorkspace = 2_000;

/**
 * Diagnoses files that aren't open. It keeps nothing of a file but whether something was found in it, and the keys that it
 * names: the client has the findings, and a file is read again when it changes.
 */
export class WorkspaceDiagnosis {
  readonly #sources: FeatureSources;
  readonly #shown = new Set<string>();
  #isOn = false;

  constructor(sources: FeatureSources) {
    this.#sources = sources;
    const { documents } = sources;
    // An open document has diagnostics of its own.
    documents.onDidOpen(({ document }) => this.#clear(document.uri));
    documents.onDidClose(({ document }) => {
      if (this.#isOn) this.#again(document.uri);
    });
  }

  /** Goes through all files of these folders; stays current from then on. */
  async run(folders: readonly string[], watcher: Watcher): Promise<WorkspaceReport> {
    this.#isOn = true;
    let files = 0;
    for await (const { uri, path } of workspaceFiles(folders, watcher)) {
      await this.#diagnose(uri, path);
      files++;
    }
    return { files, withFindings: this.#shown.size };
  }

  /** Takes note of files that changed on disk. */
  filesChanged(uris: readonly string[]): void {
    if (this.#isOn) for (const uri of uris) this.#again(uri);
  }

  #again(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    this.#diagnose(uri, path).catch((error: unknown) => this.#sources.onFailure(`diagnosing ${uri}`, error));
  }

  async #diagnose(uri: string, path: string): Promise<void> {
    const { documents, settings, judge, read, keys, connection } = this.#sources;
    if (documents.get(uri)) return;
    const text = readFileText(path)?.text;
    const applying = text === undefined ? undefined : await settings.of(uri);
    settings.forget(uri);
    const document = text === undefined ? undefined : new OpenDocument(uri, '', 0, text);
    const found = document && applying ? judge(document, applying).diagnostics : [];
    keys.note(uri, document && read(document) ? text : undefined);
    if (found.length === 0) return this.#clear(uri);
    if (documents.get(uri)) return;
    this.#shown.add(uri);
    await connection.sendDiagnostics({ uri, diagnostics: found });
  }

  #clear(uri: string): void {
    if (!this.#shown.delete(uri)) return;
    const { connection, onFailure } = this.#sources;
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error: unknown) => onFailure(`clearing ${uri}`, error));
  }
}

/** True where these folders hold more files than can be gone through unasked. */
export function isLarge(folders: readonly string[]): boolean {
  let files = 0;
  for (const _ of findFiles(folders)) {
    if (++files > largeWorkspace) return true;
  }
  return false;
}
