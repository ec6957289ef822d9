import type { DiagnosticSources } from './diagnosticSources.ts';
import type { OpenDocument } from './openDocument.ts';
import { afterQueuedMessages } from './turns.ts';

/**
 * Publishes diagnostics to a client that doesn't pull them: for each change once all queued edits are in, and an empty
 * set only where something is shown. Returns what publishes those of all open documents again.
 */
export function servePush({ connection, documents, settings, judge, onFailure }: DiagnosticSources): () => void {
  const shown = new Set<string>();
  const changed = new Set<OpenDocument>();
  const publishChanged = afterQueuedMessages(() => {
    for (const document of changed) publishNow(document);
    changed.clear();
  });

  function publishNow(document: OpenDocument): void {
    publish(document).catch((error: unknown) => onFailure(`publishing ${document.uri}`, error));
  }

  async function publish(document: OpenDocument): Promise<void> {
    const { uri } = document;
    const applying = await settings.of(uri);
    if (documents.get(uri) !== document) return;
    const { version, diagnostics } = judge(document, applying);
    if (diagnostics.length === 0 && !shown.delete(uri)) return;
    if (diagnostics.length > 0) shown.add(uri);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  documents.onDidChangeContent(({ document }) => {
    changed.add(document);
    publishChanged();
  });
  documents.onDidClose(({ document }) => {
    changed.delete(document);
    if (!shown.delete(document.uri)) return;
    connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }).catch((error: unknown) => {
      onFailure(`clearing ${document.uri}`, error);
    });
  });
  return () => documents.all().forEach(publishNow);
}
