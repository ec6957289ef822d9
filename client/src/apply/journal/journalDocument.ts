import type { PresentEncryption } from '../../aws/encryption.ts';
import { configurationLines, headLines, member, text } from '../plan/document.ts';
import type { BeforeEntry, FinishedEntry, JournalLine, RecordedFailure, RunResult } from './journalEntries.ts';
import type { RecordedRun } from './journalReader.ts';

/** What became of a run, in words: a clause without a full stop. */
export function resultText({ state, finished }: RecordedRun): string {
  return finished ? results[finished.result] : states[state];
}

/** True where somebody should look at the bucket: nothing else tells what it has. */
export function isInDoubt({ state, finished }: RecordedRun): boolean {
  return state === 'unfinished' || /^unknown-(?!applied)|^applied-not-visible/.test(finished?.result ?? '');
}

const results: Readonly<Record<RunResult, string>> = {
  'applied-and-verified': 'applied, and seen on the bucket',
  'applied-not-visible': 'taken by AWS, and not seen on the bucket',
  failed: 'refused by AWS, so nothing changed',
  'unknown-applied': 'no answer came, and the bucket showed it',
  'unknown-not-applied': 'no answer came, and the bucket still showed what it had',
  'unknown-changed': 'no answer came, and the bucket showed yet another configuration',
  'unknown-unreadable': 'no answer settled it, and the bucket could not be read',
};

const states: Readonly<Record<RecordedRun['state'], string>> = {
  finished: '',
  unfinished: 'stopped on its way: whether it was sent, only the bucket tells',
  'never-begun': 'stopped before anything was sent',
  unreadable: 'not readable, or not written by this version',
};

/** Writes a run for people, as YAML: where it went, what there was, what was sent, and how it ended. */
export function describeRun(run: RecordedRun): string {
  const { before, answered, finished } = run;
  const outcome = [
    ...member('Result', resultText(run)),
    ...member('RequestId', answered?.requestId ?? answered?.failure?.requestId),
    ...failureLines(answered?.failure),
  ];
  if (!before) return text(outcome, [`# ${run.file}`]);
  return text(
    [...member('Time', before.time), ...headLines(targetOf(before))],
    outcome,
    ['Before:', ...indented(before, before.before)],
    ['Sent:', ...sentLines(before)],
    afterLines(before, finished),
    [`# ${run.file}`],
  );
}

function targetOf({ bucket: name, bucketType: type, ...rest }: JournalLine<BeforeEntry>) {
  return { ...rest, bucket: { name, type } };
}

function sentLines(before: JournalLine<BeforeEntry>): string[] {
  const { configuration, expectedBucketOwner, checksumAlgorithm } = before.request;
  return [
    ...member('ExpectedBucketOwner', expectedBucketOwner, 2),
    ...member('ChecksumAlgorithm', checksumAlgorithm, 2),
    ...indented(before, configuration),
  ];
}

function afterLines(before: JournalLine<BeforeEntry>, finished: FinishedEntry | undefined): string[] {
  return finished?.after === undefined ? [] : ['After:', ...indented(before, finished.after)];
}

function failureLines(failure: RecordedFailure | undefined): string[] {
  return [...member('Code', failure?.code), ...member('HttpStatus', failure?.status?.toString())];
}

function indented(before: JournalLine<BeforeEntry>, encryption: PresentEncryption): string[] {
  return configurationLines(encryption, targetOf(before)).map((line) => `  ${line}`);
}
