import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { languageOf, readPolicy } from '../core/index.ts';
import { diagnosticSource } from '../protocol.ts';
import { rangeOf } from './ranges.ts';
import type { Text } from './text.ts';

/** What is wrong with a policy's file, as it stands in the editor. */
export function policyDiagnostics(text: Text & { getText(): string }): Diagnostic[] {
  const source = text.getText();
  return readPolicy(source, languageOf(text.uri, source)).faults.map(({ message, span }) => ({
    range: rangeOf(span, text),
    severity: DiagnosticSeverity.Error,
    code: 'policy',
    source: diagnosticSource,
    message,
  }));
}
