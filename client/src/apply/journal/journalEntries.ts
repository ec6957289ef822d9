import type { BucketType } from '../../../../server/src/protocol.ts';
import type { PresentEncryption, PutEncryptionRequest } from '../../aws/encryption.ts';
import type { Failure } from '../../aws/failure.ts';

import type { Owner } from './runLock.ts';

/** The version of the lines below; a reader leaves others alone. */
export const journalVersion = 1;

/** The first line of a run, on disk before anything is sent: what there was, and what will be sent. */
export interface BeforeEntry {
  readonly step: 'before';
  /** The program that made the run. */
  readonly owner?: Owner;
  readonly account?: string;
  readonly principal?: string;
  readonly profile?: string;
  readonly region: string;
  readonly bucket: string;
  readonly bucketType: BucketType;
  readonly host: string;
  readonly before: PresentEncryption;
  readonly request: PutEncryptionRequest;
}

/** What PutBucketEncryption answered, or that no answer came. */
export interface AnsweredEntry {
  readonly step: 'answered';
  readonly requestId?: string;
  readonly failure?: RecordedFailure;
}

/** How it ended: the last line of a run. */
export interface FinishedEntry {
  readonly step: 'finished';
  readonly result: RunResult;
  /** What the bucket had at the end, where it was read. */
  readonly after?: PresentEncryption;
}

/** How a run ended. */
export type RunResult =
  | 'applied-and-verified'
  | 'applied-not-visible'
  | 'failed'
  | 'unknown-applied'
  | 'unknown-not-applied'
  | 'unknown-changed'
  | 'unknown-unreadable';

/** Of a failure, what support asks for; its message can name what doesn't belong on a disk. */
export type RecordedFailure = Pick<Failure, 'kind' | 'code' | 'status' | 'requestId' | 'unsettled'>;

/** What a line tells. */
export type JournalEntry = BeforeEntry | AnsweredEntry | FinishedEntry;

/** A line of the file: an entry, its version, and when it was written, in UTC. */
export type JournalLine<Entry extends JournalEntry = JournalEntry> = Entry & {
  readonly v: typeof journalVersion;
  readonly time: string;
};

/** An entry as it is written now, with the end of its line. */
export function lineOf(entry: JournalEntry): string {
  return `${JSON.stringify({ v: journalVersion, time: new Date().toISOString(), ...entry })}\n`;
}
