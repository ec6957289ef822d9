import { type Uri, window } from 'vscode';
import type { CommandHost } from './commandHost.ts';
import { putBucketDocument } from './view/bucketDocuments.ts';
import { type BucketNode, isBucketNode } from './view/nodes.ts';
import { bucketTree } from './view/tree.ts';

/** Shows what a bucket of the view has as a read-only document: the request that would give it. */
export async function openBucketConfiguration(host: CommandHost, node: unknown): Promise<void> {
  const uri = isBucketNode(node) ? await documentOf(host, node) : undefined;
  if (uri) await window.showTextDocument(uri, { preview: true });
}

async function documentOf(host: CommandHost, node: BucketNode): Promise<Uri | undefined> {
  const seen = await bucketTree(host).reread(node);
  if (seen.state !== 'read') {
    if (seen.state === 'unreadable') void window.showErrorMessage(seen.why);
    return undefined;
  }
  return putBucketDocument(host, node, seen.encryption);
}
