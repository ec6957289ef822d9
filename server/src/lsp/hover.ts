import { hoverAt } from '../features/hover.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

/** Answers `textDocument/hover`. */
export function serveHover(sources: FeatureSources): void {
  const { connection, judge, pages, say, translate } = sources;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answerAbout(sources, { name: 'hover', uri, token, nothing: null }, ({ text, document, settings }) =>
      hoverAt(document, text, text.offsetAt(position), {
        bucketType: settings.bucketType,
        findings: judge(text, settings).findings,
        summary: pages.summary,
        rulePage: pages.href,
        say,
        translate,
      }),
    ),
  );
}
