import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { isPolicyFile, policyFileNames } from '../core/index.ts';
import { trustNotification } from '../protocol.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { ReportFailure } from './guard.ts';
import type { OpenDocument } from './openDocument.ts';
import { type ProjectSettingsStore, pathOf } from './projectSettings.ts';

/** What keeping up with policies rests on. */
export interface PolicySources {
  readonly connection: Connection;
  readonly documents: TextDocuments<OpenDocument>;
  readonly settings: ProjectSettingsStore;
  readonly onFailure: ReportFailure;
  /** Judges again what is open, and what is shown of the workspace. */
  readonly rejudge: () => void;
  /** Told of other files that changed on disk. */
  readonly filesChanged: (uris: readonly string[]) => void;
}

/**
 * Judges again when a policy is saved or changes on disk, when folders join or leave the workspace, and when it comes to
 * be trusted. To be called before the client is answered; what it returns, once it is there.
 */
export function followPolicies(sources: PolicySources, abilities: ClientAbilities): () => void {
  const { connection, documents, settings, onFailure, rejudge, filesChanged } = sources;
  const again = (change = {}) => {
    settings.forgetPolicies(change);
    rejudge();
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    if (uris.some(isPolicyFile)) again();
    filesChanged(uris.filter((uri) => !isPolicyFile(uri)));
  });
  connection.onNotification(trustNotification, () => again({ isTrusted: true }));
  documents.onDidSave(({ document }) => {
    if (isPolicyFile(document.uri)) again();
  });
  return () => {
    const registered: Promise<unknown>[] = [];
    if (abilities.registersWatchers) {
      const patterns = [...policyFileNames, '*.{json,jsonc,yaml,yml,template,cfn}'];
      const watchers: FileSystemWatcher[] = [
        ...patterns.map((name) => ({ globPattern: `**/${name}`, kind: WatchKind.Change })),
        // Of a folder that comes or goes VS Code tells alone, and nothing of the files in it.
        { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
      ];
      registered.push(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (abilities.tellsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await connection.workspace.getWorkspaceFolders();
        again({ folders: foldersOf(folders ?? []) });
      });
    }
    Promise.all(registered).catch((error: unknown) => onFailure('registering for changes of policies', error));
  };
}

/** The paths of a workspace's folders; those that are not on disk hold no policy. */
export function foldersOf(folders: readonly { readonly uri: string }[]): string[] {
  return folders.map(({ uri }) => pathOf(uri)).filter((path) => path !== undefined);
}
