import type { Uri } from 'vscode';
import type { CommandHost } from '../commandHost.ts';
import { provideTexts, type ReadOnlyTexts } from './readOnlyTexts.ts';

const scheme = 's3-encryption-plan';

let documents: ReadOnlyTexts | undefined;
let opened = 0;

/** Opens a text as a read-only document in a place of its own, under a name that its tab bears. */
export function openText(host: CommandHost, name: string, text: string): Uri {
  documents ??= host.keep(provideTexts(scheme));
  opened += 1;
  return documents.put(`/${opened}/${name}`, text);
}
