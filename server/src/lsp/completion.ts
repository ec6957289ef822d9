import { keyArnsIn } from '../core/index.ts';
import { completionsAt } from '../features/completion.ts';
import { documentLanguage } from './documentLanguage.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

/** Answers `textDocument/completion`. */
export function serveCompletion(sources: FeatureSources, snippets: boolean): void {
  const { connection, say } = sources;
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answerAbout(sources, { name: 'completion', uri, token, nothing: [] }, ({ text, settings }) => {
      const language = documentLanguage(text);
      if (!language) return [];
      const { bucketType } = settings;
      const options = { bucketType, keys: keysIn(sources), snippets, say };
      return completionsAt(text.getText(), language, text, text.offsetAt(position), options);
    }),
  );
}

/** The KMS keys that any open document with a configuration names. */
function keysIn({ documents, read }: FeatureSources): string[] {
  const keys = documents.all().flatMap((document) => (read(document) ? keyArnsIn(document.getText()) : []));
  return [...new Set(keys)];
}
