import { l10n, window } from 'vscode';
import type { CommandHost } from '../commandHost.ts';
import { isBucketNode, type Node } from './nodes.ts';
import { bucketTree } from './tree.ts';

/** Reads a bucket anew, or everything that is shown. */
export async function refreshBuckets(host: CommandHost, node?: unknown): Promise<void> {
  if (isBucketNode(node)) await bucketTree(host).reread(node);
  else bucketTree(host).refresh();
}

/** Shows the buckets alone whose names hold a text. */
export async function filterBuckets(host: CommandHost): Promise<void> {
  const tree = bucketTree(host);
  const prompt = l10n.t('Show buckets whose names hold this; all where it is empty');
  const text = await window.showInputBox({ prompt, value: tree.filter });
  if (text !== undefined) tree.filter = text.trim();
}

/** Takes a profile out of the view. */
export async function removeProfile(host: CommandHost, node?: unknown): Promise<void> {
  const place = node as Node | undefined;
  if (place?.kind === 'place') bucketTree(host).remove(place);
}
