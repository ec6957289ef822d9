import { l10n, ProgressLocation, window } from 'vscode';
import type { Refusal } from '../../apply/plan/plan.ts';
import type { Failure } from '../../aws/failure.ts';
import { translate } from './translate.ts';

/** Shows progress that the user can cancel; the work is told by its signal. */
export function progressively<T>(
  title: string,
  work: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  const shown = window.withProgress(options, (progress, token) => {
    const leaving = new AbortController();
    token.onCancellationRequested(() => leaving.abort());
    return work(leaving.signal, (message) => progress.report({ message }));
  });
  return Promise.resolve(shown);
}

/** What went wrong, AWS's code and request id, and what to do. Says nothing where the user has left. */
export async function tellFailure(failure: Failure): Promise<undefined> {
  if (failure.kind !== 'cancelled') void window.showErrorMessage(failureText(failure));
}

/** A failure in words. */
export function failureText(failure: Failure): string {
  return sentences(translate(clause(failure.message)) + factsOf(failure), translate(failure.advice));
}

/** A refusal in words, with what AWS said where it was AWS's, and what came of it. */
export function refusalText({ message, advice, failure }: Refusal, end = l10n.t('Nothing was sent')): string {
  return sentences(translate(clause(message)) + (failure ? factsOf(failure) : ''), translate(advice), end);
}

/** AWS's own words may end with a full stop. */
function clause(message: string): string {
  return message.replace(/\.\s*$/, '');
}

/** What AWS's support asks for. */
function factsOf({ code, status, requestId }: Failure): string {
  const facts = [code, status && `HTTP ${status}`, requestId && l10n.t('request {0}', requestId)]
    .filter(Boolean)
    .join(', ');
  return facts && ` (${facts})`;
}

/** Clauses without a full stop as sentences; empty ones are left out. */
export function sentences(...clauses: readonly string[]): string {
  return clauses
    .filter((clause) => clause !== '')
    .map((clause) => `${clause}.`)
    .join(' ');
}

/** A fault that no answer of AWS's explains: settings that can't be used, for one. */
export async function tellFault(error: unknown): Promise<undefined> {
  void window.showErrorMessage(translate(error instanceof Error ? error.message : String(error)));
}
