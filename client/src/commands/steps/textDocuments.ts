import { type Disposable, Uri, workspace } from 'vscode';
import type { CommandHost } from '../commandHost.ts';

const scheme = 's3-encryption-plan';

/** Texts as read-only documents, for as long as the extension runs: an editor can be shown anew at any time. */
export interface TextDocuments extends Disposable {
  /** The place of a text, under a name that its tab bears. */
  readonly open: (name: string, text: string) => Uri;
}

let documents: TextDocuments | undefined;

/** The documents of this extension, which are one with the first use. */
export function textDocuments(host: CommandHost): TextDocuments {
  documents ??= host.keep(provide());
  return documents;
}

function provide(): TextDocuments {
  const texts = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => texts.get(path),
  });
  return {
    open: (name, text) => {
      const path = `/${texts.size + 1}/${name}`;
      texts.set(path, text);
      return Uri.from({ scheme, path });
    },
    dispose: () => provider.dispose(),
  };
}
