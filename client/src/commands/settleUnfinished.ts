import { l10n, window } from 'vscode';
import { type SettledRun, settleRuns } from '../apply/execute/settleRuns.ts';
import { type Truth, type UnfinishedRun, unfinishedRuns } from '../apply/execute/unfinished.ts';
import { stoppedFleets } from '../apply/fleet/fleetRecord.ts';
import { Pace } from '../apply/pace.ts';
import type { CommandHost } from './commandHost.ts';
import { openAwsAs } from './steps/openAwsAs.ts';
import { resumeFleets } from './steps/resumeFleets.ts';
import { elsewhereText } from './steps/samePlace.ts';
import { progressively, sentences } from './steps/tell.ts';

/**
 * Looks for changes that a crash or a kill left without an end, reads their buckets once the user agrees, and says what
 * became of each; then offers to go on with what is left of a change of many buckets.
 */
export async function settleUnfinished(host: CommandHost): Promise<void> {
  const runs = await unfinishedRuns(host.journalFolder);
  const fleets = await stoppedFleets(host.journalFolder);
  if (runs.length + fleets.length === 0) {
    void window.showInformationMessage(l10n.t('Every change that was begun here has an end.'));
    return;
  }
  if (runs.length > 0 && !(await settleAll(host, runs))) return;
  await resumeFleets(host, fleets);
}

/** True where there is something to look after. */
export async function hasUnfinished(journalFolder: string): Promise<boolean> {
  const found = [await unfinishedRuns(journalFolder), await stoppedFleets(journalFolder)];
  return found.some(({ length }) => length > 0);
}

/** False where the user would rather not now. */
async function settleAll(host: CommandHost, runs: readonly UnfinishedRun[]): Promise<boolean> {
  if (!(await isWanted(runs))) return false;
  const settled: SettledRun[] = [];
  for (const door of new Set(runs.map(doorOf))) {
    const behind = runs.filter((run) => doorOf(run) === door);
    settled.push(...(await settleThrough(host, behind)));
  }
  const text = settled.length > 3 ? countsText(settled) : settled.map(truthText).join(' ');
  if (settled.length > 0) void window.showInformationMessage(text);
  return true;
}

async function isWanted(runs: readonly UnfinishedRun[]): Promise<boolean> {
  const names = [...new Set(runs.map(({ before }) => before.bucket))];
  const shown =
    names.length > 3 ? l10n.t('{0} and {1} more', names.slice(0, 3).join(', '), names.length - 3) : names.join(', ');
  const look = l10n.t('Read Them Now');
  const message = l10n.t(
    'Changes were stopped before their end: {0}. Only the buckets can tell what became of them.',
    shown,
  );
  return (await window.showWarningMessage(message, look, l10n.t('Later'))) === look;
}

/** Runs of one profile and Region go through one door. */
function doorOf({ before: { profile, region } }: UnfinishedRun): string {
  return JSON.stringify([profile, region]);
}

async function settleThrough(host: CommandHost, runs: readonly UnfinishedRun[]): Promise<SettledRun[]> {
  const [first] = runs;
  const pace = new Pace();
  const aws = first && (await openAwsAs(host, first.before.profile, first.before.region, pace));
  if (!aws) return [];
  try {
    return await progressively(l10n.t('Reading what became of unfinished changes'), (signal, report) => {
      const onSettled = (done: number) => report(l10n.t('{0} of {1}', done, runs.length));
      return settleRuns(aws, runs, { pace, signal, onSettled });
    });
  } finally {
    aws.close();
  }
}

function truthText({ run, truth }: SettledRun): string {
  const { bucket } = run.before;
  if (typeof truth !== 'string') {
    const open = l10n.t('{0} was not read, and what became of the change is still open', bucket);
    return sentences(open, elsewhereText(truth));
  }
  const texts: Readonly<Record<typeof truth, string>> = {
    applied: l10n.t('{0} has the new configuration: the change was made.', bucket),
    'not-applied': l10n.t('{0} has what it had: the change was not made.', bucket),
    changed: l10n.t('{0} has something else: somebody has changed it since.', bucket),
    unreadable: l10n.t('{0} could not be read: what became of the change is still open.', bucket),
  };
  return texts[truth];
}

/** Each by itself stands in its journal. */
function countsText(settled: readonly SettledRun[]): string {
  const count = (wanted: Truth) => settled.filter(({ truth }) => truth === wanted).length;
  const elsewhere = settled.filter(({ truth }) => typeof truth !== 'string').length;
  const text = l10n.t(
    'Of {0} changes {1} were made and {2} were not; {3} buckets have something else, and {4} could not be read.',
    settled.length,
    count('applied'),
    count('not-applied'),
    count('changed'),
    count('unreadable') + elsewhere,
  );
  return elsewhere === 0 ? text : `${text} ${elsewhereCountText(elsewhere)}`;
}

function elsewhereCountText(count: number): string {
  return l10n.t(
    '{0} of those are still open since the change was made at another server, or as another account, than is asked now.',
    count,
  );
}
