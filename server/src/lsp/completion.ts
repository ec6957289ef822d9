import { keyArnsIn } from '../core/index.ts';
import { completionsAt } from '../features/completion.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { documentLanguage } from './documentLanguage.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

/** Answers `textDocument/completion`. */
export function serveCompletion(
  sources: FeatureSources,
  {
    takesSnippets: snippets,
    showsLabelDetails: labelDetails,
  }: Pick<ClientAbilities, 'takesSnippets' | 'showsLabelDetails'>,
): void {
  const { connection, say } = sources;
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answerAbout(sources, { name: 'completion', uri, token, nothing: [] }, ({ text, settings }) => {
      const language = documentLanguage(text);
      if (!language) return [];
      const { bucketType, policy } = settings;
      const tryEdit = text.tryEdit(language);
      const options = { bucketType, policy, keys: keysIn(sources), snippets, labelDetails, say, tryEdit };
      return completionsAt(text.source, language, text.offsetAt(position), options);
    }),
  );
}

/** The KMS keys that documents with a configuration name: those that are open, and those of the diagnosed workspace. */
function keysIn({ documents, read, keys: elsewhere }: FeatureSources): string[] {
  const keys = documents.all().flatMap((document) => (read(document) ? keyArnsIn(document.source) : []));
  return [...new Set([...keys, ...elsewhere.all()])];
}
