import { codeLensesOf } from '../features/codeLenses.ts';
import { inlayHintsIn } from '../features/inlayHints.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

/** Answers what is written between the lines: lenses and hints, where the settings want them. */
export function serveAnnotations(sources: FeatureSources, hasCommands: boolean): void {
  const { connection, say } = sources;
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answerAbout(sources, { name: 'lenses', uri, token, nothing: [] }, ({ text, document, settings }) =>
      settings.codeLens ? codeLensesOf(document, text, { bucketType: settings.bucketType, hasCommands, say }) : [],
    ),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answerAbout(sources, { name: 'hints', uri, token, nothing: [] }, ({ text, document, settings }) =>
      settings.inlayHints ? inlayHintsIn(document, text, range, { bucketType: settings.bucketType, say }) : [],
    ),
  );
}
