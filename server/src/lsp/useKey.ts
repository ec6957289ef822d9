import { RequestType } from 'vscode-languageserver';
import { answerUseKey } from '../features/useKey.ts';
import { type UseKeyAnswer, type UseKeyParams, useKeyRequest } from '../protocol.ts';
import { answerShown, type FeatureSources } from './featureSources.ts';

const request = new RequestType<UseKeyParams, UseKeyAnswer, void>(useKeyRequest);

/** Says what gives a configuration a key. */
export function serveUseKey(sources: FeatureSources): void {
  const answer = answerShown(sources, 'a key', ({ text, document, settings }, params: UseKeyParams) =>
    answerUseKey(document, text, params, settings.bucketType ?? 'general-purpose'),
  );
  sources.connection.onRequest(request, answer);
}
