import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import {
  type AssumedType,
  type AssumedTypeParams,
  assumedTypeRequest,
  assumedTypesNotification,
  documentSelector,
  settingsSection,
} from '../../server/src/protocol.ts';

/** Says in the language status what type of bucket is assumed, and how the server is. It goes with the client. */
export function showStatus(client: LanguageClient): vscode.Disposable {
  const bucketType = vscode.languages.createLanguageStatusItem(`${settingsSection}.bucketType`, documentSelector);
  const server = vscode.languages.createLanguageStatusItem(`${settingsSection}.server`, documentSelector);
  bucketType.name = vscode.l10n.t('S3 bucket type');
  bucketType.text = stateInWords(State.Starting);
  const tellType = () => void tellBucketType(client, bucketType).catch(() => {});
  const tellState = (state: State) => {
    showState(server, state);
    if (state === State.Running) tellType();
  };
  tellState(client.state);
  return vscode.Disposable.from(
    bucketType,
    server,
    vscode.window.onDidChangeActiveTextEditor(tellType),
    client.onNotification(assumedTypesNotification, tellType),
    client.onDidChangeState(({ newState }) => tellState(newState)),
  );
}

/** Asks the server, which knows the policies. Rejects where it ends meanwhile: its own status says so then. */
async function tellBucketType(client: LanguageClient, item: vscode.LanguageStatusItem): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!client.isRunning() || !document || vscode.languages.match(documentSelector, document) === 0) return;
  const params: AssumedTypeParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const assumed = await client.sendRequest<AssumedType>(assumedTypeRequest, params);
  if (vscode.window.activeTextEditor?.document === document) showBucketType(item, assumed);
}

function showBucketType(item: vscode.LanguageStatusItem, { bucketType, policy }: AssumedType): void {
  const isDirectory = bucketType === 'directory';
  item.text = isDirectory ? vscode.l10n.t('directory bucket') : vscode.l10n.t('general purpose bucket');
  if (policy === undefined) {
    item.detail = vscode.l10n.t('S3: assumed where the document does not say');
    item.command = { title: vscode.l10n.t('Change'), command: `${settingsSection}.selectBucketType` };
  } else {
    item.detail = vscode.l10n.t('S3: by the policy');
    const policyFile = vscode.Uri.parse(policy);
    item.command = { title: vscode.l10n.t('Open Policy'), command: 'vscode.open', arguments: [policyFile] };
  }
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
