import { RequestType } from 'vscode-languageserver';
import { judgeText } from '../features/judgeText.ts';
import { type JudgedText, type JudgeTextParams, judgeTextRequest } from '../protocol.ts';
import type { FeatureSources } from './featureSources.ts';
import { answer, throwIfCancelled } from './guard.ts';

const request = new RequestType<JudgeTextParams, JudgedText, void>(judgeTextRequest);

/** Judges texts that are open nowhere, by the settings and the policy of where they would stand. */
export function serveJudgeText({ connection, settings, say, translate, onFailure }: FeatureSources): void {
  connection.onRequest(request, ({ uri, text }, token) => {
    const work = async (): Promise<JudgedText> => {
      const applying = await settings.of(uri);
      throwIfCancelled(token);
      return judgeText(text, { lint: applying, say, translate });
    };
    const onError = (error: unknown) => onFailure(`judging ${uri}`, error);
    return answer(work, { token, fallback: { words: '', findings: [] }, onFailure: onError });
  });
}
