import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import type { DiagnosticSources } from './diagnosticSources.ts';
import { answer, throwIfCancelled } from './guard.ts';
import type { Judgement } from './judge.ts';

const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Answers `textDocument/diagnostic`. A document that isn't open has no diagnostics. */
export function servePull({ connection, documents, settings, judge, onFailure }: DiagnosticSources): void {
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => {
    const report = async (): Promise<DocumentDiagnosticReport> => {
      const applying = await settings.of(uri);
      throwIfCancelled(token);
      const document = documents.get(uri);
      return document ? reportOf(judge(document, applying), previousResultId) : nothing;
    };
    const onError = (error: unknown) => onFailure(`diagnosing ${uri}`, error);
    return answer(report, { token, fallback: nothing, onFailure: onError });
  });
}

function reportOf({ id, diagnostics }: Judgement, previousResultId: string | undefined): DocumentDiagnosticReport {
  return id === previousResultId
    ? { kind: 'unchanged', resultId: id }
    : { kind: 'full', resultId: id, items: diagnostics };
}
