import { window, workspace } from 'vscode';
import type { CommandHost } from './commandHost.ts';
import { convertAt } from './steps/convertAt.ts';

/** Writes a configuration in another form, in a new editor. */
export async function convertConfiguration(host: CommandHost, argument?: unknown): Promise<void> {
  const converted = await convertAt(host, argument);
  if (!converted) return;
  const { text: content, languageId: language } = converted;
  await window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: false });
}
