import { RequestType } from 'vscode-languageserver';
import { answerUseKey } from '../features/useKey.ts';
import { type UseKeyAnswer, type UseKeyParams, useKeyRequest } from '../protocol.ts';
import { answerAbout, type FeatureSources } from './featureSources.ts';

const request = new RequestType<UseKeyParams, UseKeyAnswer, void>(useKeyRequest);

/** Says what gives a configuration a key: in the very text that the client shows, or not at all. */
export function serveUseKey(sources: FeatureSources): void {
  sources.connection.onRequest(request, (params, token) => {
    const question = { name: 'a key', uri: params.uri, token, nothing: { state: 'none' } as UseKeyAnswer };
    return answerAbout(sources, question, ({ text, document, settings }) =>
      text.version === params.version
        ? answerUseKey(document, text, params, settings.bucketType ?? 'general-purpose')
        : { state: 'outdated' },
    );
  });
}
