import type { Uri } from 'vscode';
import { bucketScheme } from '../../../../server/src/protocol.ts';
import { payloadText } from '../../apply/plan/payload.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';
import type { CommandHost } from '../commandHost.ts';
import { provideTexts, type ReadOnlyTexts } from '../steps/readOnlyTexts.ts';
import type { BucketNode, Seen } from './nodes.ts';

let documents: ReadOnlyTexts | undefined;

/** Puts the request that would give a bucket what it has in the place of its document, which the language server diagnoses. */
export function putBucketDocument(host: CommandHost, node: BucketNode, encryption: PresentEncryption): Uri {
  documents ??= host.keep(provideTexts(bucketScheme));
  return documents.put(pathOf(node), payloadText(node.bucket, encryption));
}

/** Has the document of a bucket that was shown say what was read since. */
export function renewBucketDocument(node: BucketNode, seen: Seen): void {
  if (seen.state !== 'read' || !documents?.has(pathOf(node))) return;
  documents.put(pathOf(node), payloadText(node.bucket, seen.encryption));
}

function pathOf({ bucket, place }: BucketNode): string {
  return `/${place.aws.profile ?? 'default'}/${bucket.region ?? place.aws.region}/${bucket.name}.json`;
}
