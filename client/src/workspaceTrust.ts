import { commands, Disposable, type Extension, l10n, window, workspace } from 'vscode';

/**
 * The commands that the manifest enables in a trusted workspace alone. The editor heeds that in menus and in the palette, but
 * neither where a lens is clicked nor where another extension calls.
 */
export function commandsThatNeedTrust({ packageJSON }: Extension<unknown>): ReadonlySet<string> {
  const { commands: declared } = packageJSON.contributes as { commands: readonly DeclaredCommand[] };
  return new Set(
    declared.filter(({ enablement }) => enablement === 'isWorkspaceTrusted').map(({ command }) => command),
  );
}

interface DeclaredCommand {
  readonly command: string;
  readonly enablement?: string;
}

/** Says why a command does nothing, and leads to where the user can trust the workspace. */
export async function askForTrust(): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  const message = l10n.t('AWS is called only in a workspace that you trust.');
  if ((await window.showWarningMessage(message, manage)) === manage)
    await commands.executeCommand('workbench.trust.manage');
}

/** Does something now, or when the workspace comes to be trusted. */
export function onceTrusted(act: () => void): Disposable {
  if (!workspace.isTrusted) return workspace.onDidGrantWorkspaceTrust(act);
  act();
  return new Disposable(() => {});
}
