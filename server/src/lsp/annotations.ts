import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLensesOf } from '../features/codeLenses.ts';
import { inlayHintsIn } from '../features/inlayHints.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

/**
 * Answers what is written between the lines: lenses and hints, where the settings want them. What it returns has the client
 * ask again, where it can.
 */
export function serveAnnotations(
  sources: FeatureSources,
  { appliesToBucket: hasCommands, refreshesLenses, refreshesHints }: ClientAbilities,
): () => void {
  const { connection, say, translate, onFailure } = sources;
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answerAbout(sources, { name: 'lenses', uri, token, nothing: [] }, ({ text, document, settings }) =>
      settings.codeLens
        ? codeLensesOf(document, text, { bucketType: settings.bucketType, hasCommands, say, translate })
        : [],
    ),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answerAbout(sources, { name: 'hints', uri, token, nothing: [] }, ({ text, document, settings }) =>
      settings.inlayHints ? inlayHintsIn(document, text, range, { bucketType: settings.bucketType, say }) : [],
    ),
  );
  return () => {
    const asked = [
      ...(refreshesLenses ? [connection.sendRequest(CodeLensRefreshRequest.type)] : []),
      ...(refreshesHints ? [connection.languages.inlayHint.refresh()] : []),
    ];
    Promise.all(asked).catch((error: unknown) => onFailure('refreshing lenses and hints', error));
  };
}
