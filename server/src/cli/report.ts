import type { BucketType, RuleId, Severity } from '../core/index.ts';

/** What was found in one file: plain data, all that an output format may tell. */
export interface FileReport {
  readonly file: string;
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
}

/** A finding as people and programs are told of it. Lines and columns count from 1, columns in UTF-16 units. */
export interface ReportedFinding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
  readonly bucketType: BucketType;
  /** The line that the finding begins on, without its end. */
  readonly sourceLine: string;
  readonly related: readonly RelatedPlace[];
}

/** Another place that explains a finding. */
export interface RelatedPlace {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** An output format: turns reports into text, piece by piece, so that no run has to be held in memory. */
export interface Reporter {
  /** What stands before all reports. */
  begin(): string;
  /** One file's findings; it has at least one. */
  report(report: FileReport): string;
  /** What stands behind all reports. */
  end(tally: Tally): string;
}

/** What a run has come to so far. */
export interface Tally {
  /** How many files were looked into, without those that are ignored, and how many of them have findings. */
  files: number;
  filesWithFindings: number;
  errors: number;
  warnings: number;
  /** Findings at `information` and `hint`. */
  notes: number;
  /** How many fixes were applied; what they mended is counted nowhere else. */
  fixed: number;
  /** How many would be, where nothing is written. */
  fixable: number;
  /** Files that hold a configuration and that a policy leaves alone. */
  ignored: number;
  /** The policies that held for some file, by their paths. */
  policies: readonly string[];
}

/** The tally of a run that has looked at nothing. */
export function emptyTally(): Tally {
  return {
    files: 0,
    filesWithFindings: 0,
    errors: 0,
    warnings: 0,
    notes: 0,
    fixed: 0,
    fixable: 0,
    ignored: 0,
    policies: [],
  };
}

/** Adds one file's findings to the tally. */
export function count(tally: Tally, { findings }: FileReport): void {
  if (findings.length > 0) tally.filesWithFindings += 1;
  for (const { severity } of findings) {
    if (severity === 'error') tally.errors += 1;
    else if (severity === 'warning') tally.warnings += 1;
    else tally.notes += 1;
  }
}

/** Takes a file that was looked into for one that a policy leaves alone. */
export function leaveOut(tally: Tally): void {
  tally.files -= 1;
  tally.ignored += 1;
}
