import { definitionOf, referencesOf, ruleLinksIn } from '../features/navigation.ts';
import { symbolsOf } from '../features/symbols.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

/** Answers what leads through a document: symbols, definitions, references, links. */
export function serveNavigation(sources: FeatureSources): void {
  const { connection, pages, say, translate } = sources;
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answerAbout(sources, { name: 'symbols', uri, token, nothing: [] }, ({ text, document, settings: { bucketType } }) =>
      symbolsOf(document, text, { bucketType, say, translate }),
    ),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answerAbout(sources, { name: 'definition', uri, token, nothing: null }, ({ text, document }) =>
      definitionOf(document, text, text.offsetAt(position)),
    ),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    answerAbout(sources, { name: 'references', uri, token, nothing: [] }, ({ text, document }) =>
      referencesOf(document, text, text.offsetAt(position), context.includeDeclaration),
    ),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answerAbout(sources, { name: 'links', uri, token, nothing: [] }, ({ text, document }) =>
      ruleLinksIn(document, text, pages.href),
    ),
  );
}
