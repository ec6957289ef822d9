import { l10n, window } from 'vscode';
import { describeRun, isInDoubt, resultText } from '../apply/journal/journalDocument.ts';
import { listRuns, lookAtRun, type RecordedRun } from '../apply/journal/journalReader.ts';
import type { CommandHost } from './commandHost.ts';
import { openText } from './steps/textDocuments.ts';
import { translate } from './steps/translate.ts';

/** Lists the changes that were made, the newest first, and shows what the journal of one tells. */
export async function openJournal(host: CommandHost): Promise<void> {
  const runs = await listRuns(host.journalFolder);
  if (runs.length === 0) {
    void window.showInformationMessage(l10n.t('No bucket has been changed from here yet.'));
    return;
  }
  const options = {
    placeHolder: l10n.t('Open the journal of which change?'),
    matchOnDescription: true,
    matchOnDetail: true,
  };
  const picked = await window.showQuickPick(runs.map(asItem), options);
  if (picked) await showRun(host, picked.run);
}

/** Shows the journal of a change that was just made. */
export async function openJournalOf(host: CommandHost, file: string): Promise<void> {
  const run = await lookAtRun(file);
  if (run) await showRun(host, run);
}

async function showRun(host: CommandHost, run: RecordedRun): Promise<void> {
  await window.showTextDocument(openText(host, `journal of ${nameOf(run)}.yaml`, describeRun(run)), { preview: true });
}

function asItem(run: RecordedRun) {
  const { before } = run;
  const time = before && new Date(before.time).toLocaleString();
  return {
    label: isInDoubt(run) ? `$(warning) ${nameOf(run)}` : nameOf(run),
    description: [before?.region, time].filter(Boolean).join(', '),
    detail: translate(resultText(run)),
    run,
  };
}

function nameOf({ before, file }: RecordedRun): string {
  return before?.bucket ?? file.replace(/^.*[\\/]/, '');
}
