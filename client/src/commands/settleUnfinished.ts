import { l10n, window } from 'vscode';
import { settleRun, type Truth, type UnfinishedRun, unfinishedRuns } from '../apply/unfinished.ts';
import type { Aws } from '../aws/aws.ts';
import type { CommandHost } from './commandHost.ts';
import { openAwsAs } from './steps/chooseAws.ts';
import { progressively } from './steps/tell.ts';

/**
 * Looks for changes that a crash or a kill left without an end, reads their buckets once the user agrees, and says what
 * became of each.
 */
export async function settleUnfinished(host: CommandHost): Promise<void> {
  const runs = await unfinishedRuns(host.journalFolder);
  if (runs.length === 0) {
    await window.showInformationMessage(l10n.t('Every change that was begun here has an end.'));
    return;
  }
  if (!(await isWanted(runs))) return;
  const told: string[] = [];
  for (const door of new Set(runs.map(doorOf))) {
    const behind = runs.filter((run) => doorOf(run) === door);
    told.push(...(await settleThrough(host, behind)));
  }
  if (told.length > 0) await window.showInformationMessage(told.join(' '));
}

/** True where there is something to look after. */
export async function hasUnfinished(journalFolder: string): Promise<boolean> {
  return (await unfinishedRuns(journalFolder)).length > 0;
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

async function settleThrough(host: CommandHost, runs: readonly UnfinishedRun[]): Promise<string[]> {
  const [first] = runs;
  const aws = first && (await openAwsAs(host, first.before.profile, first.before.region));
  if (!aws) return [];
  try {
    return await progressively(l10n.t('Reading what became of unfinished changes'), (signal) =>
      settleAll(aws, runs, signal),
    );
  } finally {
    aws.close();
  }
}

/** One after the other: two runs can be of one bucket. */
async function settleAll(aws: Aws, runs: readonly UnfinishedRun[], signal: AbortSignal): Promise<string[]> {
  const told: string[] = [];
  for (const run of runs) {
    if (signal.aborted) break;
    told.push(truthText(run.before.bucket, await settleRun(aws, run, { signal })));
  }
  return told;
}

function truthText(bucket: string, truth: Truth): string {
  const texts: Readonly<Record<Truth, string>> = {
    applied: l10n.t('{0} has the new configuration: the change was made.', bucket),
    'not-applied': l10n.t('{0} has what it had: the change was not made.', bucket),
    changed: l10n.t('{0} has something else: somebody has changed it since.', bucket),
    unreadable: l10n.t('{0} could not be read: what became of the change is still open.', bucket),
  };
  return texts[truth];
}
