import { type TextDocument, window } from 'vscode';
import type { BucketType, Choice, PreflightAnswer, PreflightReady } from '../../../../server/src/protocol.ts';
import type { CommandHost } from '../commandHost.ts';
import { askAt } from './askAt.ts';
import { chooseValues } from './chooseValues.ts';
import type { ConfigurationPlace } from './configurationPlace.ts';
import { reasons } from './reasons.ts';
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
  /** The type of bucket that the document says it is for. */
  readonly statedType: BucketType | undefined;
  readonly wording: Wording;
}

/** Finds the configuration at a place, or asks which; undefined where there is none, or nothing comes of it. */
export async function chooseConfiguration(
  host: CommandHost,
  place: ConfigurationPlace,
  wording: Wording,
): Promise<ChosenConfiguration | undefined> {
  const { document } = place;
  const found = await askAt(place, (asked) => host.preflight(asked));
  if (!found) return undefined;
  const { answer: first, asked } = found;
  const settled = await chooseValues(first, [], (choices) => host.preflight({ ...asked, choices }));
  if (!settled) return undefined;
  const { answer, choices } = settled;
  if (answer.state !== 'ready') return refuse(document, answer, wording);
  const { version } = asked;
  const { index, bucketType: statedType } = answer.candidate;
  return { document, version, index, choices, statedBucket: answer.request.bucket, statedType, wording };
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

async function refuse(document: TextDocument, answer: PreflightAnswer, wording: Wording): Promise<undefined> {
  if (answer.state === 'blocked') await showBlockers(document, answer.blockers, wording);
  else if (answer.state === 'outdated') void window.showWarningMessage(reasons.outdated);
  else void window.showWarningMessage(reasons.none);
}
