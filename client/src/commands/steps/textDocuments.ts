import { TabInputCustom, TabInputTextDiff, type Uri, window } from 'vscode';
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

/** A text that is shown, for as long as the user decides on it. */
export interface Shown {
  close(): Promise<void>;
}

/** Closes the editors of a text: alone in a preview, or on the right of a diff. */
export async function closeText(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const textOf = (input: unknown) => {
    if (input instanceof TabInputTextDiff) return input.modified;
    return input instanceof TabInputCustom ? input.uri : undefined;
  };
  await window.tabGroups.close(tabs.filter(({ input }) => textOf(input)?.toString() === uri.toString()));
}
