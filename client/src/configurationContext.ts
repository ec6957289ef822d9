import * as vscode from 'vscode';
import { mayHoldConfiguration } from '../../server/src/protocol.ts';
import { isSelected } from './isSelected.ts';

const contextKey = 's3Encryption.hasConfiguration';

/** How long after an edit the menus may lag behind, in milliseconds. */
const delay = 300;

/** Keeps the context that the menus go by: whether the active document may hold a configuration. */
export function followConfiguration(): vscode.Disposable {
  let shown: boolean | undefined;
  let timer: NodeJS.Timeout | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const has = document !== undefined && isSelected(document) && mayHoldConfiguration(document.getText());
    if (has !== shown) void vscode.commands.executeCommand('setContext', contextKey, has);
    shown = has;
  };
  const updateSoon = ({ document }: vscode.TextDocumentChangeEvent) => {
    if (document !== vscode.window.activeTextEditor?.document) return;
    clearTimeout(timer);
    timer = setTimeout(update, delay);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeTextDocument(updateSoon),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
