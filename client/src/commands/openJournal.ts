import { l10n, window } from 'vscode';
import { isInDoubt, resultText } from '../apply/journal/journalDocument.ts';
import { listRuns, type RecordedRun } from '../apply/journal/journalReader.ts';
import type { CommandHost } from './commandHost.ts';
import { localTime } from './steps/localTime.ts';
import { nameOfRun, showJournal } from './steps/showJournal.ts';
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
  if (picked) await showJournal(host, picked.run);
}

function asItem(run: RecordedRun) {
  const { before } = run;
  const time = before && localTime(before.time);
  return {
    label: isInDoubt(run) ? `$(warning) ${nameOfRun(run)}` : nameOfRun(run),
    description: [before?.region, time].filter(Boolean).join(', '),
    detail: translate(resultText(run)),
    run,
  };
}
