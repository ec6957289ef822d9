import { window } from 'vscode';
import { describeRun } from '../../apply/journal/journalDocument.ts';
import type { RecordedRun } from '../../apply/journal/journalReader.ts';
import type { CommandHost } from '../commandHost.ts';
import { openText } from './textDocuments.ts';

/** Shows what the journal of a change tells. */
export async function showJournal(host: CommandHost, run: RecordedRun): Promise<void> {
  await window.showTextDocument(openText(host, `journal of ${nameOfRun(run)}.yaml`, describeRun(run)), {
    preview: true,
  });
}

/** What a change is called: its bucket, or the file of a journal that doesn't tell it. */
export function nameOfRun({ before, file }: RecordedRun): string {
  return before?.bucket ?? file.replace(/^.*[\\/]/, '');
}
