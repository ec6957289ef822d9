import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';

/** Texts as read-only documents of a scheme, for as long as the extension runs: an editor can be shown anew at any time. */
export interface ReadOnlyTexts extends Disposable {
  /** Puts a text in a place, and shows it in an editor that is open there. */
  put(path: string, text: string): Uri;
  /** True where a text was put. */
  has(path: string): boolean;
}

/** Provides the documents of a scheme. */
export function provideTexts(scheme: string): ReadOnlyTexts {
  const texts = new Map<string, string>();
  const changes = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: ({ path }) => texts.get(path),
  });
  return {
    put: (path, text) => {
      const uri = Uri.from({ scheme, path });
      texts.set(path, text);
      changes.fire(uri);
      return uri;
    },
    has: (path) => texts.has(path),
    dispose: () => {
      provider.dispose();
      changes.dispose();
    },
  };
}
