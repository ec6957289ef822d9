import { window } from 'vscode';
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
    await window.showInformationMessage('Every change that was begun here has an end.');
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
  const shown = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  const look = 'Read Them Now';
  const message = `Changes were stopped before their end: ${shown}. Only the buckets can tell what became of them.`;
  return (await window.showWarningMessage(message, look, 'Later')) === look;
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
    return await progressively('Reading what became of unfinished changes', (signal) => settleAll(aws, runs, signal));
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
    applied: `${bucket} has the new configuration: the change was made.`,
    'not-applied': `${bucket} has what it had: the change was not made.`,
    changed: `${bucket} has something else: somebody has changed it since.`,
    unreadable: `${bucket} could not be read: what became of the change is still open.`,
  };
  return texts[truth];
}
