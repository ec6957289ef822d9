import { type Connection, RequestType, type TextDocuments } from 'vscode-languageserver';
import { answerPreflight } from '../features/preflight.ts';
import { type PreflightAnswer, type PreflightParams, preflightRequest } from '../protocol.ts';
import { answer, type ReportFailure } from './guard.ts';
import type { OpenDocument } from './openDocument.ts';
import type { Reader } from './reader.ts';

/** What a preflight rests on. */
export interface PreflightSources {
  readonly connection: Connection;
  readonly documents: TextDocuments<OpenDocument>;
  readonly read: Reader;
  readonly onFailure: ReportFailure;
}

const preflight = new RequestType<PreflightParams, PreflightAnswer, void>(preflightRequest);

/** Answers preflights: for the very text that the client shows, or not at all. */
export function servePreflight({ connection, documents, read, onFailure }: PreflightSources): void {
  connection.onRequest(preflight, (params, token) => {
    const work = async (): Promise<PreflightAnswer> => {
      const text = documents.get(params.uri);
      if (!text || text.version !== params.version) return { state: 'outdated' };
      const document = read(text);
      return document ? answerPreflight(document, text, params) : { state: 'none' };
    };
    const onError = (error: unknown) => onFailure(`preflight of ${params.uri}`, error);
    return answer(work, { token, fallback: { state: 'none' }, onFailure: onError });
  });
}
