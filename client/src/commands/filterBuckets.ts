import { l10n, window } from 'vscode';
import type { CommandHost } from './commandHost.ts';
import { bucketTree } from './view/tree.ts';

/** Shows the buckets alone whose names hold a text. */
export async function filterBuckets(host: CommandHost): Promise<void> {
  const tree = bucketTree(host);
  const prompt = l10n.t('Show buckets whose names hold this; all where it is empty');
  const text = await window.showInputBox({ prompt, value: tree.filter });
  if (text !== undefined) tree.filter = text.trim();
}
