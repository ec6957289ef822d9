import { l10n, window } from 'vscode';
import { resultText } from '../apply/journal/journalDocument.ts';
import { type BegunRun, listRuns } from '../apply/journal/journalReader.ts';
import { desiredToRestore, isRestorable } from '../apply/journal/undo.ts';
import type { CommandHost } from './commandHost.ts';
import { localTime } from './steps/localTime.ts';
import { openAwsAs } from './steps/openAwsAs.ts';
import { planAndApply } from './steps/planAndApply.ts';
import { isSamePlace } from './steps/samePlace.ts';
import { translate } from './steps/translate.ts';

/**
 * Gives a bucket back what it had before a change that was made from here: planned, shown, asked for and written down like
 * any change.
 */
export async function undoLastApply(host: CommandHost): Promise<void> {
  const run = await pickRun(host.journalFolder);
  const aws = run && (await openAwsAs(host, run.before.profile, run.before.region));
  if (!aws) return;
  try {
    const { bucket, bucketType, region } = run.before;
    if (!(await isSamePlace(aws, run.before))) return;
    const desired = desiredToRestore(run);
    await planAndApply(host, { aws, desired, bucket: { name: bucket, type: bucketType, region } });
  } finally {
    aws.close();
  }
}

async function pickRun(folder: string): Promise<BegunRun | undefined> {
  const runs = (await listRuns(folder)).filter(isRestorable);
  if (runs.length === 0) {
    void window.showInformationMessage(l10n.t('There is no change to undo: nothing has been changed from here.'));
    return undefined;
  }
  const items = runs.map((run) => ({ ...itemOf(run), run }));
  const placeHolder = l10n.t('Give back what was there before which change? It is planned and shown first');
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true });
  return picked?.run;
}

function itemOf(restorable: BegunRun) {
  const { before: run } = restorable;
  const { bucket, before, region, account, profile, time } = run;
  const had = before === 'none' ? '' : [before.sseAlgorithm, before.kmsMasterKeyId].filter(Boolean).join(', ');
  return {
    label: bucket,
    description: l10n.t('had {0}', had),
    detail: [localTime(time), region, account, profile, translate(resultText(restorable))].filter(Boolean).join(', '),
  };
}
