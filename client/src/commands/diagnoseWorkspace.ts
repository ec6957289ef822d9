import { l10n, ProgressLocation, window, workspace } from 'vscode';
import type { WorkspaceReport } from '../../../server/src/protocol.ts';
import type { CommandHost } from './commandHost.ts';

/** Diagnoses the files of the workspace that aren't open, once, and says what it came to; it can be cancelled. */
export async function diagnoseWorkspace(host: CommandHost): Promise<void> {
  if (!workspace.workspaceFolders) {
    void window.showInformationMessage(l10n.t('No folder is open whose files could be diagnosed.'));
    return;
  }
  const report = await walk(host);
  if (report) window.setStatusBarMessage(saying(report), 10_000);
}

function walk({ diagnoseWorkspace }: CommandHost): Thenable<WorkspaceReport | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: l10n.t('Diagnosing the workspace'),
  };
  return window.withProgress(options, async (progress, token) => {
    const onFiles = (files: number) => progress.report({ message: l10n.t('{0} files', files) });
    try {
      return await diagnoseWorkspace(onFiles, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

function saying({ files, withFindings }: WorkspaceReport): string {
  return l10n.t('{0} of {1} files hold something worth a look', withFindings, files);
}
