import { type LogOutputChannel, workspace } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { documentSelector, type InitializationOptions, settingsSection } from '../../server/src/protocol.ts';

/** The client of a server that is yet to be started. A bundle of its own: it is by far the heaviest part. */
export function createLanguageClient(serverModule: string, outputChannel: LogOutputChannel): LanguageClient {
  return new LanguageClient(
    settingsSection, // also the section that holds `trace.server`
    'S3 Encryption',
    { module: serverModule, transport: TransportKind.ipc },
    {
      documentSelector,
      outputChannel,
      initializationOptions: () => ({ commands: true, trusted: workspace.isTrusted }) satisfies InitializationOptions,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // Judged with every edit, and for what is on screen: a tab that was never opened has no text here to judge.
      diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    },
  );
}
