import type { Uri } from 'vscode';
import { bucketScheme } from '../../../../server/src/protocol.ts';
import type { CommandHost } from '../commandHost.ts';
import { provideTexts, type ReadOnlyTexts } from '../steps/readOnlyTexts.ts';

let documents: ReadOnlyTexts | undefined;

/** Puts what a bucket has in the place of its document, which the language server diagnoses. */
export function putBucketDocument(host: CommandHost, path: string, text: string): Uri {
  documents ??= host.keep(provideTexts(bucketScheme));
  return documents.put(path, text);
}
