import * as vscode from 'vscode';
import { isPolicyFile, mayHoldConfiguration } from '../../server/src/protocol.ts';
import { isSelected } from './isSelected.ts';

/** Calls back once: for the first document, open by now or opened or edited later, that may hold a configuration. */
export function onFirstConfiguration(found: () => void): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  const stopListening = () => vscode.Disposable.from(...listeners).dispose();
  const stopAndTell = () => {
    stopListening();
    found();
  };
  const { workspace } = vscode;
  if (workspace.textDocuments.some(matters)) {
    found();
    return new vscode.Disposable(stopListening);
  }
  listeners.push(
    workspace.onDidOpenTextDocument((document) => {
      if (matters(document)) stopAndTell();
    }),
    workspace.onDidChangeTextDocument((change) => {
      if (isSelected(change.document) && mayHoldConfiguration(changedLines(change))) stopAndTell();
    }),
  );
  return new vscode.Disposable(stopListening);
}

/** A policy has faults of its own to show. */
function matters(document: vscode.TextDocument): boolean {
  return isSelected(document) && (isPolicyFile(document.uri.path) || mayHoldConfiguration(document.getText()));
}

/** The lines that a change touched, for no word spans two; all of them where several places changed at once. */
function changedLines({ document, contentChanges: [change, ...others] }: vscode.TextDocumentChangeEvent): string {
  if (!change) return '';
  if (others.length > 0) return document.getText();
  const first = change.range.start.line;
  const end = first + change.text.split('\n').length;
  return document.getText(new vscode.Range(first, 0, end, 0));
}
