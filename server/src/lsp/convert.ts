import { RequestType } from 'vscode-languageserver';
import { answerConvert } from '../features/convert.ts';
import { type ConvertAnswer, type ConvertParams, convertRequest } from '../protocol.ts';
import { answerShown, type FeatureSources } from './featureSources.ts';

const request = new RequestType<ConvertParams, ConvertAnswer, void>(convertRequest);

/** Writes configurations in other forms. */
export function serveConvert(sources: FeatureSources): void {
  const answer = answerShown(sources, 'a conversion', ({ text, document, settings }, params: ConvertParams) =>
    answerConvert(document, text, params, settings.bucketType ?? 'general-purpose'),
  );
  sources.connection.onRequest(request, answer);
}
