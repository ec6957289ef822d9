import { l10n, type TextDocument, window } from 'vscode';
import type {
  BucketType,
  Choice,
  PreflightAnswer,
  PreflightCandidate,
  PreflightReady,
} from '../../../../server/src/protocol.ts';
import type { CommandHost } from '../commandHost.ts';
import { chooseValues } from './chooseValues.ts';
import { type ConfigurationPlace, paramsOf } from './configurationPlace.ts';
import { acceptWarnings, showBlockers } from './remarks.ts';
import type { Wording } from './wording.ts';

/** The configuration that the user means, in the version of the document that he sees. */
export interface ChosenConfiguration {
  readonly document: TextDocument;
  readonly version: number;
  readonly index: number;
  /** What the user has chosen of what the document leaves open. */
  readonly choices: readonly Choice[];
  /** The bucket that the document names, if it names one. */
  readonly statedBucket: string | undefined;
  readonly wording: Wording;
}

/** Finds the configuration at a place, or asks which; undefined where there is none, or nothing comes of it. */
export async function chooseConfiguration(
  host: CommandHost,
  place: ConfigurationPlace,
  wording: Wording,
): Promise<ChosenConfiguration | undefined> {
  const { document } = place;
  const asked = paramsOf(place);
  const ask = (index?: number, choices: readonly Choice[] = []) =>
    host.preflight({ ...asked, choices, ...(index !== undefined && { index }) });
  let first = await ask();
  if (first.state === 'choose') {
    const index = await pickCandidate(first.candidates);
    if (index === undefined) return undefined;
    first = await ask(index);
  }
  const { index } = 'candidate' in first ? first.candidate : {};
  const settled = await chooseValues(first, [], (choices) => ask(index, choices));
  if (!settled) return undefined;
  const { answer, choices } = settled;
  if (answer.state !== 'ready') return refuse(document, answer, wording);
  const { version } = asked;
  return { document, version, index: answer.candidate.index, choices, statedBucket: answer.request.bucket, wording };
}

/** A configuration that can be applied, and what of it the user has chosen. */
export interface JudgedConfiguration extends PreflightReady {
  readonly choices: readonly Choice[];
}

/**
 * Judges the configuration as that of a bucket of this type, and asks for what is open as such a one; undefined where
 * nothing comes of it.
 */
export async function judgeAs(
  host: CommandHost,
  { document, version, index, choices: made, wording }: ChosenConfiguration,
  bucketType: BucketType,
): Promise<JudgedConfiguration | undefined> {
  const position = { line: 0, character: 0 };
  const ask = (choices: readonly Choice[]) =>
    host.preflight({ uri: document.uri.toString(), version, position, index, bucketType, choices });
  const settled = await chooseValues(await ask(made), made, ask);
  if (!settled) return undefined;
  const { answer, choices } = settled;
  if (answer.state !== 'ready') return refuse(document, answer, wording);
  return (await acceptWarnings(document, answer.warnings, wording)) ? { ...answer, choices } : undefined;
}

async function pickCandidate(candidates: readonly PreflightCandidate[]): Promise<number | undefined> {
  const items = candidates.map(({ label, index, range, bucketType }) => ({
    label,
    description: [bucketType, l10n.t('line {0}', range.start.line + 1)].filter(Boolean).join(', '),
    index,
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which configuration is meant?') });
  return picked?.index;
}

async function refuse(document: TextDocument, answer: PreflightAnswer, wording: Wording): Promise<undefined> {
  if (answer.state === 'blocked') await showBlockers(document, answer.blockers, wording);
  else if (answer.state === 'outdated')
    void window.showWarningMessage(l10n.t('The document has changed meanwhile. Try again.'));
  else void window.showWarningMessage(l10n.t('There is no S3 default encryption in this document.'));
}
