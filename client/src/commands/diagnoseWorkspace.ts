import { l10n, window, workspace } from 'vscode';
import type { CommandHost } from './commandHost.ts';

/** Diagnoses the files of the workspace that aren't open, once, and says what it came to. */
export async function diagnoseWorkspace({ diagnoseWorkspace }: CommandHost): Promise<void> {
  if (!workspace.workspaceFolders) {
    await window.showInformationMessage(l10n.t('No folder is open whose files could be diagnosed.'));
    return;
  }
  const { files, withFindings } = await diagnoseWorkspace();
  window.setStatusBarMessage(l10n.t('{0} of {1} files hold something worth a look', withFindings, files), 10_000);
}
