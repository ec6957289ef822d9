import { RequestType } from 'vscode-languageserver';
import { answerConvert } from '../features/convert.ts';
import { type ConvertAnswer, type ConvertParams, convertRequest } from '../protocol.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

const request = new RequestType<ConvertParams, ConvertAnswer, void>(convertRequest);

/** Writes configurations in other forms: of the very text that the client shows, or not at all. */
export function serveConvert(sources: FeatureSources): void {
  sources.connection.onRequest(request, (params, token) => {
    const question = { name: 'a conversion', uri: params.uri, token, nothing: { state: 'none' } as ConvertAnswer };
    return answerAbout(sources, question, ({ text, document, settings }) =>
      text.version === params.version
        ? answerConvert(document, text, params, settings.bucketType ?? 'general-purpose')
        : { state: 'outdated' },
    );
  });
}
