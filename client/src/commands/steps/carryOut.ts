import { window } from 'vscode';
import { execute, type Progress } from '../../apply/execute.ts';
import { journalIn } from '../../apply/journal.ts';
import type { Outcome, SentOutcome } from '../../apply/outcome.ts';
import type { Plan } from '../../apply/plan.ts';
import type { CommandHost } from '../commandHost.ts';
import { openJournalOf } from '../openJournal.ts';
import { type Attempt, remediesFor, remediesForRefusal, tellWith } from './remedies.ts';
import { failureText, progressively, refusalText } from './tell.ts';

/** Carries a plan out, and tells how it ended; gives the next attempt, where the user wants one. */
export async function carryOut(host: CommandHost, attempt: Attempt, plan: Plan): Promise<Attempt | undefined> {
  const { name } = plan.target.bucket;
  const outcome = await progressively(`Applying to ${name}`, (signal, report) =>
    execute(plan, {
      aws: attempt.aws,
      journal: journalIn(host.journalFolder),
      signal,
      onProgress: (progress) => report(stepText(progress)),
    }),
  );
  host.output.info(`Apply to Bucket: ${outcome.kind}`);
  attempt.onCarriedOut?.();
  return tell(host, attempt, outcome);
}

function stepText(progress: Progress): string {
  if (progress.step === 'reading') return `reading back (${progress.reading})`;
  return progress.step;
}

async function tell(host: CommandHost, attempt: Attempt, outcome: Outcome): Promise<Attempt | undefined> {
  const { name } = attempt.bucket;
  switch (outcome.kind) {
    case 'cancelled':
      await window.showInformationMessage(`Nothing was sent to ${name}.`);
      return undefined;
    case 'no-change':
      await window.showInformationMessage(`${name} already has this configuration. Nothing was sent.`);
      return undefined;
    case 'refused':
      return tellWith(refusalText(outcome.refusal), remediesForRefusal(outcome.refusal, attempt));
    case 'failed':
      return tellWith(failureText(outcome.failure) + faultText(outcome), [
        ...remediesFor(outcome.failure, attempt),
        journalOf(host, outcome),
      ]);
    case 'applied-and-verified':
      return offerJournal(
        host,
        outcome,
        window.showInformationMessage,
        `${name} has the new configuration, and shows it.`,
      );
    default:
      return offerJournal(host, outcome, window.showWarningMessage, doubtText(name, outcome));
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
  host: CommandHost,
  outcome: SentOutcome,
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
): Promise<undefined> {
  const { title, take } = journalOf(host, outcome);
  if ((await show(message + faultText(outcome), title)) === title) await take();
}

function journalOf(host: CommandHost, { journal }: SentOutcome) {
  const take = async () => {
    await openJournalOf(host, journal);
    return undefined;
  };
  return { title: 'Open Journal', take };
}

function faultText({ journalFault }: SentOutcome): string {
  return journalFault ? ` The journal lacks its last lines: ${journalFault}.` : '';
}
