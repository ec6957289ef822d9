import { ConfigurationTarget, l10n, type QuickPickItem, window, workspace } from 'vscode';
import { settingsSection } from '../../../server/src/protocol.ts';

/** Asks for the type of bucket to assume where a document doesn't say it, and writes the setting. */
export async function selectBucketType(): Promise<void> {
  const resource = window.activeTextEditor?.document.uri;
  const settings = workspace.getConfiguration(settingsSection, resource);
  const set = settings.get<string>('bucketType');
  const picked = await window.showQuickPick(choices(set), {
    title: l10n.t('S3 bucket type'),
    placeHolder: l10n.t('Which type of bucket are configurations for that do not say it?'),
  });
  if (!picked || picked.value === set) return;
  // What a workspace sets that isn't trusted doesn't count: the user's own setting does.
  const isWorkspaces = workspace.isTrusted && workspace.workspaceFolders !== undefined;
  const where = isWorkspaces ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('bucketType', picked.value, where);
}

interface Choice extends QuickPickItem {
  readonly value: string;
}

function choices(set: string | undefined): Choice[] {
  const all = [
    {
      value: 'auto',
      label: l10n.t('Not known'),
      detail: l10n.t('Judged as general purpose; what a directory bucket refuses is a hint'),
    },
    { value: 'general-purpose', label: l10n.t('General purpose bucket') },
    { value: 'directory', label: l10n.t('Directory bucket'), detail: 'S3 Express One Zone' },
  ];
  return all.map((each) => ({ ...each, ...(each.value === set && { description: l10n.t('now') }) }));
}
