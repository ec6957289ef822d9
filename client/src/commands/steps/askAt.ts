import { l10n, window } from 'vscode';
import type { ChooseAnswer, PreflightCandidate } from '../../../../server/src/protocol.ts';
import { type ConfigurationPlace, paramsOf } from './configurationPlace.ts';
import { typeText } from './words.ts';

/** A place as the server is told of it. */
type Asked = ReturnType<typeof paramsOf>;

/** What the server says of a configuration, and where that is. */
export interface AnswerAt<T> {
  readonly answer: T;
  readonly asked: Asked;
}

/**
 * Asks about the configuration at a place; where that lies in none of several, about the one that the user chooses. Undefined where
 * he leaves.
 */
export async function askAt<T extends { readonly state: string }>(
  place: ConfigurationPlace,
  ask: (asked: Asked) => Promise<T | ChooseAnswer>,
): Promise<AnswerAt<T> | undefined> {
  const asked = paramsOf(place);
  const first = await ask(asked);
  if (!isChoice(first)) return { answer: first, asked };
  const candidate = await pickCandidate(first.candidates);
  if (!candidate) return undefined;
  const there = { ...asked, position: candidate.range.start };
  const answer = await ask(there);
  return isChoice(answer) ? undefined : { answer, asked: there };
}

function isChoice(answer: { readonly state: string }): answer is ChooseAnswer {
  return answer.state === 'choose';
}

async function pickCandidate(candidates: readonly PreflightCandidate[]): Promise<PreflightCandidate | undefined> {
  const items = candidates.map((candidate) => ({
    label: candidate.label,
    description: describe(candidate),
    candidate,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which configuration is meant?') });
  return picked?.candidate;
}

function describe({ bucketType, range }: PreflightCandidate): string {
  const line = l10n.t('line {0}', range.start.line + 1);
  return bucketType ? `${typeText(bucketType)}, ${line}` : line;
}
