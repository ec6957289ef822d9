import { Uri, window } from 'vscode';
import { listRuns, type RecordedRun } from '../apply/journalReader.ts';
import type { CommandHost } from './commandHost.ts';

/** Lists the changes that were made, the newest first, and opens the journal of one. */
export async function openJournal({ journalFolder }: CommandHost): Promise<void> {
  const runs = await listRuns(journalFolder);
  if (runs.length === 0) {
    await window.showInformationMessage('No bucket has been changed from here yet.');
    return;
  }
  const picked = await window.showQuickPick(runs.map(asItem), { placeHolder: 'Open the journal of which change?' });
  if (picked) await window.showTextDocument(Uri.file(picked.file));
}

function asItem({ file, state, before, finished }: RecordedRun) {
  const label = before?.bucket ?? file.replace(/^.*[\\/]/, '');
  const description = [before?.time, before?.region].filter(Boolean).join(', ');
  return { label, description, detail: finished?.result ?? state, file };
}
