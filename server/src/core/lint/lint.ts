import { findSubjectRuns } from '../model/finders/findSubjects.ts';
import type { BucketSubject } from '../model/subject.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { Suppressions } from '../suppressions/suppressions.ts';
import type { Document } from '../syntax/document.ts';
import { areApart } from './areApart.ts';
import { type Finding, type FindingRun, inOrder, merge } from './finding.ts';
import { judge, judgedRun } from './judgedRuns.ts';
import type { LintOptions } from './lintOptions.ts';
import { leftOf, leftOfAll, unusedOf, woven } from './suppressed.ts';

/** Judges every configuration of a document: one finding for each fault, in the order of the text. */
export function lint(document: Document, options: LintOptions = {}): Finding[] {
  return findingsIn(lintRuns(document, options));
}

/** The findings of all runs. `flatMap` takes five to forty times as long, which a document with many would pay with each edit. */
export function findingsIn(runs: readonly FindingRun[]): Finding[] {
  return ([] as Finding[]).concat(...runs.map(({ findings }) => findings));
}

/** The same in runs, so that after an edit only what it reaches is looked at. */
export function lintRuns(document: Document, options: LintOptions = {}): readonly FindingRun[] {
  const subjects = findSubjectRuns(document);
  const runs = subjects.map((run) => judgedRun(run, options));
  const suppressions = new Suppressions(document);
  const areRuns = areApart(runs);
  if (areRuns && suppressions.areNone) return runs;
  const left = areRuns
    ? runs.map((run) => leftOf(run, suppressions, options))
    : [leftOfAll(runs, suppressions, options)];
  const unused = unusedOf(suppressions, options);
  return unused.length === 0 ? left : woven(left, unused);
}

/** Judges one configuration as of this type, whatever its document says. */
export function lintAs(bucketType: BucketType, subject: BucketSubject, options: LintOptions = {}): Finding[] {
  return inOrder(merge(judge({ ...subject, bucketType }, options)));
}
