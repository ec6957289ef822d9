import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { documentSelector, settingsSection } from '../../server/src/protocol.ts';

/** Says in the language status what type of bucket is assumed, and how the server is. It goes with the client. */
export function showStatus(client: LanguageClient): vscode.Disposable {
  const bucketType = vscode.languages.createLanguageStatusItem(`${settingsSection}.bucketType`, documentSelector);
  const server = vscode.languages.createLanguageStatusItem(`${settingsSection}.server`, documentSelector);
  const tellType = () => showBucketType(bucketType);
  const tellState = (state: State) => showState(server, state);
  tellType();
  tellState(client.state);
  return vscode.Disposable.from(
    bucketType,
    server,
    vscode.window.onDidChangeActiveTextEditor(tellType),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsSection}.bucketType`)) tellType();
    }),
    client.onDidChangeState(({ newState }) => tellState(newState)),
  );
}

function showBucketType(item: vscode.LanguageStatusItem): void {
  const document = vscode.window.activeTextEditor?.document.uri;
  const set = vscode.workspace.getConfiguration(settingsSection, document).get<string>('bucketType');
  item.name = vscode.l10n.t('S3 bucket type');
  item.text = set === 'directory' ? vscode.l10n.t('directory bucket') : vscode.l10n.t('general purpose bucket');
  item.detail = vscode.l10n.t('S3: assumed where the document does not say');
  item.command = { title: vscode.l10n.t('Change'), command: `${settingsSection}.selectBucketType` };
}

function showState(item: vscode.LanguageStatusItem, state: State): void {
  item.name = vscode.l10n.t('S3 Encryption language server');
  item.text = stateInWords(state);
  item.detail = vscode.l10n.t('S3 Encryption language server');
  item.busy = state === State.Starting;
  item.severity =
    state === State.Stopped ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.command = { title: vscode.l10n.t('Show Output'), command: `${settingsSection}.showOutput` };
}

function stateInWords(state: State): string {
  if (state === State.Running) return vscode.l10n.t('running');
  return state === State.Starting ? vscode.l10n.t('starting') : vscode.l10n.t('stopped');
}
