import { findSubjectRuns } from '../model/finders/findSubjects.ts';
import type { BucketSubject, SubjectRun } from '../model/subject.ts';
import type { Fix, LazyFixes } from '../rules/fix.ts';
import { rules } from '../rules/registry.ts';
import type { Related, Severity } from '../rules/rule.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import { gravest, milder } from '../rules/severity.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { Suppressions, type Unused } from '../suppressions/suppress.ts';
import { type Document, startOf } from '../syntax/document.ts';
import { NodeMemory } from '../syntax/memory.ts';
import type { Node, Section, Span } from '../syntax/node.ts';
import { shownSpan } from '../syntax/shown.ts';
import { judgeWorlds } from './acrossWorlds.ts';
import { judgeWorld } from './judgeWorld.ts';
import { chosenSeverity, isOn, type LintOptions } from './lintOptions.ts';
import type { Judgement } from './precedence.ts';

/** What a rule reports at one place of a document. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** The node at fault: its pointer is the finding's. */
  readonly at: Node;
  /** What an editor underlines: a value, or the key of what is too large to underline. */
  readonly span: Span;
  readonly related: readonly Related[];
  /** The type of bucket by whose rules this is at fault. */
  readonly bucketType: BucketType;
  /** What can be done about it; `fixesOf` spells it as edits. */
  readonly fixes: LazyFixes;
  /** When it holds, in words (`when IsProd is false`); undefined where it always does. The message ends with it. */
  readonly when?: string | undefined;
}

/** Findings in the order of the text: the very same object while an edit leaves alone all that they rest on. */
export interface FindingRun {
  readonly findings: readonly Finding[];
  /**
   * Where these sections stand, there all their places do. The run's own move together (an edit between two resources of a run has
   * both read again), so the first stands for all.
   */
  readonly movesWith: readonly Section[];
}

/** Judges every configuration of a document: one finding for each fault, in the order of the text. */
export function lint(document: Document, options: LintOptions = {}): Finding[] {
  return lintRuns(document, options).flatMap(({ findings }) => findings);
}

/** The same in runs, so that after an edit only what it reaches is looked at. */
export function lintRuns(document: Document, options: LintOptions = {}): readonly FindingRun[] {
  const suppressions = new Suppressions(document);
  const subjects = findSubjectRuns(document);
  const runs = suppressions.areNone ? subjects.map((run) => judgedRun(run, options)) : [];
  if (suppressions.areNone && areApart(runs)) return runs;
  const findings = lintWhole(subjects, suppressions, options);
  return [{ findings, movesWith: sectionsOf(findings) }];
}

/** True where each run has places of its own, behind those of the run before. */
function areApart(runs: readonly JudgedRun[]): boolean {
  let behind = -1;
  for (const { isOwn, findings } of runs) {
    const first = findings[0]?.span.section.base;
    if (first === undefined) continue;
    if (!isOwn || first <= behind) return false;
    behind = findings.at(-1)?.span.section.base ?? behind;
  }
  return true;
}

function lintWhole(subjects: readonly SubjectRun[], suppressions: Suppressions, options: LintOptions): Finding[] {
  const found = subjects.map((run) => foundIn(run, suppressions, options));
  const findings = suppressions.withinText(merge(found.flat()));
  const unused = toUnused(
    suppressions.unused((id) => rules.some((rule) => rule.id === id && isOn(rule, options))),
    options,
  );
  return inOrder([...findings, ...suppressions.withinText(unused)]);
}

/** What a run's subjects have found; where no Metadata can suppress any of it, at once for all of them. */
function foundIn(run: SubjectRun, suppressions: Suppressions, options: LintOptions): readonly Finding[] {
  if (!suppressions.mayBeInMetadata) return judgedRun(run, options).findings;
  return run.flatMap((subject) => suppressions.withinSubject(subject, judged(subject, options)));
}

/** What is said of suppressions can be suppressed itself. */
function toUnused(unused: readonly Unused[], options: LintOptions): Finding[] {
  const { id, severity } = unusedSuppression;
  const chosen = options.severities?.[id] ?? severity;
  if (chosen === 'off') return [];
  return unused.map((each) => ({
    ...each,
    rule: id,
    severity: chosen,
    related: [],
    bucketType: 'general-purpose',
    fixes: none,
  }));
}

/** Judges one configuration as of this type, whatever its document says. */
export function lintAs(bucketType: BucketType, subject: BucketSubject, options: LintOptions = {}): Finding[] {
  return inOrder(merge(judge({ ...subject, bucketType }, options)));
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => startOf(a.span) - startOf(b.span));
}

type Terms = Pick<LintOptions, 'bucketType' | 'severities' | 'policy'>;

/** The findings of a run of subjects, and what they were judged by. */
interface JudgedRun extends FindingRun {
  readonly terms: Terms;
  /** Whether all findings lie in sections of the run. */
  readonly isOwn: boolean;
}

const runJudgements = new WeakMap<SubjectRun, JudgedRun>();

/** The findings of a run of subjects; made once for the terms that it was last judged by. */
function judgedRun(run: SubjectRun, options: LintOptions): JudgedRun {
  const last = runJudgements.get(run);
  if (last && isSame(last.terms, options)) return last;
  const findings = inOrder(merge(run.flatMap((subject) => judged(subject, options))));
  const sections = new Set(run.map(({ node }) => node.section));
  const isOwn = findings.every(({ span }) => sections.has(span.section));
  const all = sectionsOf(findings);
  const first = all.find((section) => sections.has(section));
  const movesWith = all.filter((section) => section === first || !sections.has(section));
  const judgement = { findings, movesWith, isOwn, terms: termsOf(options) };
  runJudgements.set(run, judgement);
  return judgement;
}

function sectionsOf(findings: readonly Finding[]): Section[] {
  const places = findings.flatMap(({ span, related }) => [span, ...related.map(({ at }) => at)]);
  return [...new Set(places.map(({ section }) => section))];
}

/** The findings of a subject, and what it was judged by. */
interface Judged {
  readonly subject: BucketSubject;
  readonly terms: Terms;
  readonly findings: readonly Finding[];
}

const judgements = new NodeMemory<Judged>();

/** The findings of a subject; made once for the terms that it was last judged by. */
function judged(subject: BucketSubject, options: LintOptions): readonly Finding[] {
  const last = judgements.get(subject.node);
  if (last?.subject === subject && isSame(last.terms, options)) return last.findings;
  const findings = judge(subject, options);
  judgements.set(subject.node, { subject, terms: termsOf(options), findings });
  return findings;
}

function termsOf({ bucketType, severities, policy }: LintOptions): Terms {
  return { bucketType, severities, policy };
}

function isSame(one: Terms, other: Terms): boolean {
  return one.bucketType === other.bucketType && one.severities === other.severities && one.policy === other.policy;
}

function judge(subject: BucketSubject, options: LintOptions): Finding[] {
  const inWorlds = judgeWorlds(subject.worlds, (world) => judgeWorld(world, subject, options));
  return inWorlds.flatMap((judgement) => toFinding(judgement, options));
}

function none(): Fix[] {
  return [];
}

function toFinding({ rule, problem, severity, bucketType, when }: Judgement, options: LintOptions): Finding[] {
  const chosen = chosenSeverity(rule, options);
  if (chosen === 'off') return [];
  const { message, at, related = [], fixes = none } = problem;
  const span = shownSpan(problem.show ?? at);
  // A problem that is milder than its rule stays so, however grave the user makes the rule.
  const final = milder(chosen ?? severity, problem.atMost ?? 'error');
  return [{ rule: rule.id, severity: final, message, at, span, related, bucketType, when, fixes }];
}

/** Equal findings, as aliases and worlds bring them, are one; the gravest counts. */
function merge(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<Node, Finding[]>();
  for (const finding of findings) {
    const there = byPlace.get(finding.at) ?? [];
    const same = there.findIndex(({ rule, message }) => rule === finding.rule && message === finding.message);
    const other = there[same];
    if (other) there[same] = gravest(other.severity, finding.severity) === other.severity ? other : finding;
    else there.push(finding);
    byPlace.set(finding.at, there);
  }
  return [...byPlace.values()].flat();
}
