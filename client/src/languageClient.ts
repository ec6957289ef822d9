import { type LogOutputChannel, l10n, window, workspace } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  ProgressType,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import { documentSelector, type InitializationOptions, settingsSection } from '../../server/src/protocol.ts';
import { RestartPolicy } from './restartPolicy.ts';

export { showStatus } from './status.ts';
export { ProgressType };

/**
 * The client of a server that is yet to be started, of which `module` is the absolute path. A bundle of its own: it is by far the
 * heaviest part.
 */
export function createLanguageClient(module: string, outputChannel: LogOutputChannel): LanguageClient {
  return new LanguageClient(
    settingsSection, // also the section that holds `trace.server`
    'S3 Encryption',
    { module, transport: TransportKind.ipc },
    {
      documentSelector,
      outputChannel,
      initializationOptions: () => ({ commands: true, trusted: workspace.isTrusted }) satisfies InitializationOptions,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: startAgain(outputChannel),
      // Judged with every edit, and for what is on screen: a tab that was never opened has no text here to judge.
      diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    },
  );
}

/** Starts a server again that ended by itself, and says so; one that keeps ending is left alone. */
function startAgain(output: LogOutputChannel): ErrorHandler {
  const policy = new RestartPolicy();
  return {
    error: (error) => {
      output.error(l10n.t('The connection to the language server failed: {0}', error.message));
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      if (policy.mayRestart(now)) {
        output.warn(
          l10n.t('The language server ended by itself and is started again (restart {0})', policy.count(now)),
        );
        return { action: CloseAction.Restart, handled: true };
      }
      tellItIsGone(output);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function tellItIsGone(output: LogOutputChannel): Promise<void> {
  const message = l10n.t('The S3 Encryption language server keeps ending. Its output says why.');
  output.error(message);
  const show = l10n.t('Show Output');
  if ((await window.showErrorMessage(message, show)) === show) output.show();
}
