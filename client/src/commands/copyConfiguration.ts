import { env, l10n, window } from 'vscode';
import type { CommandHost } from './commandHost.ts';
import { convertAt } from './steps/convertAt.ts';

/** Puts a configuration in another form into the clipboard. */
export async function copyConfiguration(host: CommandHost, argument?: unknown): Promise<void> {
  const converted = await convertAt(host, argument);
  if (!converted) return;
  await env.clipboard.writeText(converted.text);
  window.setStatusBarMessage(l10n.t('The configuration is in the clipboard.'), 5_000);
}
