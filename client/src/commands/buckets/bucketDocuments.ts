import { EventEmitter, Uri, workspace } from 'vscode';
import { bucketScheme } from '../../../../server/src/protocol.ts';
import type { CommandHost } from '../commandHost.ts';

/** What buckets have, as read-only documents that the language server diagnoses. */
export interface BucketDocuments {
  /** Puts a text in a place, and shows it in an editor that is open there. */
  put(path: string, text: string): Uri;
  dispose(): void;
}

let documents: BucketDocuments | undefined;

/** The documents of buckets, which are one with the first use. */
export function bucketDocuments(host: CommandHost): BucketDocuments {
  documents ??= host.keep(provide());
  return documents;
}

function provide(): BucketDocuments {
  const texts = new Map<string, string>();
  const changes = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(bucketScheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: ({ path }) => texts.get(path),
  });
  return {
    put: (path, text) => {
      const uri = Uri.from({ scheme: bucketScheme, path });
      texts.set(path, text);
      changes.fire(uri);
      return uri;
    },
    dispose: () => provider.dispose(),
  };
}
