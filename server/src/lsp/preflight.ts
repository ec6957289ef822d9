import { RequestType } from 'vscode-languageserver';
import { answerPreflight } from '../features/preflight.ts';
import { type PreflightAnswer, type PreflightParams, preflightRequest } from '../protocol.ts';
import { answerShown, type FeatureSources } from './featureSources.ts';

const request = new RequestType<PreflightParams, PreflightAnswer, void>(preflightRequest);

/** Answers preflights. */
export function servePreflight(sources: FeatureSources): void {
  const answer = answerShown(sources, 'a preflight', ({ text, document }, params: PreflightParams) =>
    answerPreflight(document, text, params),
  );
  sources.connection.onRequest(request, answer);
}
