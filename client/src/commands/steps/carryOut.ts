import { Uri, window } from 'vscode';
import { execute, type Progress } from '../../apply/execute.ts';
import { journalIn } from '../../apply/journal.ts';
import type { Outcome, SentOutcome } from '../../apply/outcome.ts';
import type { Plan } from '../../apply/plan.ts';
import type { Aws } from '../../aws/aws.ts';
import type { CommandHost } from '../commandHost.ts';
import { failureText, progressively, sentences } from './tell.ts';

/** Carries a plan out, and tells how it ended. */
export async function carryOut(host: CommandHost, aws: Aws, plan: Plan): Promise<void> {
  const { name } = plan.target.bucket;
  const outcome = await progressively(`Applying to ${name}`, (signal, report) =>
    execute(plan, {
      aws,
      journal: journalIn(host.journalFolder),
      signal,
      onProgress: (progress) => report(stepText(progress)),
    }),
  );
  await tell(name, outcome);
}

function stepText(progress: Progress): string {
  if (progress.step === 'reading') return `reading back (${progress.reading})`;
  return progress.step;
}

async function tell(bucket: string, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case 'cancelled':
      await window.showInformationMessage(`Nothing was sent to ${bucket}.`);
      return;
    case 'no-change':
      await window.showInformationMessage(`${bucket} already has this configuration. Nothing was sent.`);
      return;
    case 'refused':
      await window.showErrorMessage(sentences(outcome.refusal.message, outcome.refusal.advice, 'Nothing was sent'));
      return;
    case 'applied-and-verified':
      return offerJournal(outcome, window.showInformationMessage, `${bucket} has the new configuration, and shows it.`);
    case 'failed':
      return offerJournal(outcome, window.showErrorMessage, failureText(outcome.failure));
    default:
      return offerJournal(outcome, window.showWarningMessage, doubtText(bucket, outcome));
  }
}

type Doubt = Extract<SentOutcome, { kind: 'applied-not-visible' | 'unknown' }>;

function doubtText(bucket: string, outcome: Doubt): string {
  if (outcome.kind === 'applied-not-visible') {
    return `AWS took the configuration, but ${bucket} does not show it yet. Look again in a minute.`;
  }
  const found = {
    applied: `${bucket} shows the new configuration.`,
    'not-applied': `${bucket} still shows the old configuration. Look again in a minute before you apply it anew.`,
    changed: `${bucket} shows yet another configuration: somebody else has changed it.`,
    unreadable: `${bucket} could not be read. Look at it before you apply anything anew.`,
  };
  return `It was sent, and no answer came. ${found[outcome.found]}`;
}

async function offerJournal(
  { journal, journalFault }: SentOutcome,
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
): Promise<void> {
  const open = 'Open Journal';
  const fault = journalFault ? ` The journal lacks its last lines: ${journalFault}.` : '';
  if ((await show(message + fault, open)) === open) await window.showTextDocument(Uri.file(journal));
}
