import { l10n, window } from 'vscode';
import { execute, type Progress } from '../../apply/execute/execute.ts';
import type { Outcome, RefusedOutcome, SentOutcome } from '../../apply/execute/outcome.ts';
import { journalIn } from '../../apply/journal/journal.ts';
import { lookAtRun } from '../../apply/journal/journalReader.ts';
import type { Plan } from '../../apply/plan/plan.ts';
import type { CommandHost } from '../commandHost.ts';
import { tellCarriedOut } from './carriedOut.ts';
import { type Attempt, remediesFor, remediesForRefusal, tellWith } from './remedies.ts';
import { showJournal } from './showJournal.ts';
import { failureText, progressively, refusalText } from './tell.ts';

/** Carries a plan out, and tells how it ended; gives the next attempt, where the user wants one. */
export async function carryOut(host: CommandHost, attempt: Attempt, plan: Plan): Promise<Attempt | undefined> {
  const { name } = plan.target.bucket;
  const outcome = await progressively(l10n.t('Applying to {0}', name), (signal, report) =>
    execute(plan, {
      aws: attempt.aws,
      journal: journalIn(host.journalFolder),
      signal,
      onProgress: (progress) => report(stepText(progress)),
    }),
  );
  host.output.info(`Apply to Bucket: ${outcome.kind}`);
  tellCarriedOut([name]);
  return tell(host, attempt, outcome);
}

function stepText(progress: Progress): string {
  if (progress.step === 'reading') return l10n.t('reading back ({0})', progress.reading);
  return progress.step === 'checking' ? l10n.t('checking') : l10n.t('sending');
}

async function tell(host: CommandHost, attempt: Attempt, outcome: Outcome): Promise<Attempt | undefined> {
  const { name } = attempt.bucket;
  switch (outcome.kind) {
    case 'cancelled':
      void window.showInformationMessage(l10n.t('Nothing was sent to {0}.', name));
      return undefined;
    case 'no-change':
      void window.showInformationMessage(l10n.t('{0} already has this configuration. Nothing was sent.', name));
      return undefined;
    case 'refused':
      return tellRefused(host, attempt, outcome);
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
        l10n.t('{0} has the new configuration, and shows it.', name),
      );
    default:
      return offerJournal(host, outcome, window.showWarningMessage, doubtText(name, outcome));
  }
}

function tellRefused(host: CommandHost, attempt: Attempt, outcome: RefusedOutcome): Promise<Attempt | undefined> {
  const { refusal, journal, journalFault } = outcome;
  const remedies = remediesForRefusal(refusal, attempt);
  if (journal === undefined) return tellWith(refusalText(refusal), remedies);
  const text = refusalText(refusal, l10n.t('AWS refused the request, and it was not sent again'));
  return tellWith(text + faultText({ journalFault }), [...remedies, journalOf(host, { journal })]);
}

type Doubt = Extract<SentOutcome, { kind: 'applied-not-visible' | 'unknown' }>;

function doubtText(bucket: string, outcome: Doubt): string {
  const { readFailure } = outcome;
  if (outcome.kind === 'applied-not-visible' && readFailure) {
    return l10n.t('AWS took the configuration, but {0} could not be read: {1}', bucket, failureText(readFailure));
  }
  if (outcome.kind === 'applied-not-visible') {
    return l10n.t('AWS took the configuration, but {0} does not show it yet. Look again in a minute.', bucket);
  }
  const found = {
    applied: l10n.t('{0} shows the new configuration.', bucket),
    'not-applied': l10n.t(
      '{0} still shows the old configuration. Look again in a minute before you apply it anew.',
      bucket,
    ),
    changed: l10n.t('{0} shows yet another configuration: somebody else has changed it.', bucket),
    unreadable: l10n.t(
      '{0} could not be read: {1} Look at it before you apply anything anew.',
      bucket,
      readFailure ? failureText(readFailure) : '',
    ),
  };
  return l10n.t('It was sent, and no answer came. {0}', found[outcome.found]);
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

function journalOf(host: CommandHost, { journal }: Pick<SentOutcome, 'journal'>) {
  const take = async () => {
    const run = await lookAtRun(journal);
    if (run) await showJournal(host, run);
    return undefined;
  };
  return { title: l10n.t('Open Journal'), take };
}

function faultText({ journalFault }: { readonly journalFault?: string | undefined }): string {
  return journalFault ? ` ${l10n.t('The journal lacks its last lines: {0}.', journalFault)}` : '';
}
