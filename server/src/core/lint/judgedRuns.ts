import type { BucketSubject, SubjectRun } from '../model/subject.ts';
import { milder } from '../rules/severity.ts';
import { NodeMemory, OwnMemory } from '../syntax/memory.ts';
import { shownSpan } from '../syntax/shown.ts';
import { judgeWorlds } from './acrossWorlds.ts';
import { type Finding, type FindingRun, inOrder, merge, noFixes, sectionsOf } from './finding.ts';
import { judgeWorld } from './judgeWorld.ts';
import { chosenSeverity, type LintOptions } from './lintOptions.ts';
import type { Verdict } from './precedence.ts';

type Terms = Pick<LintOptions, 'bucketType' | 'severities' | 'policy'>;

/** The findings of a run of subjects, and what they were judged by. */
export interface JudgedRun extends FindingRun {
  readonly subjects: SubjectRun;
  readonly terms: Terms;
  /** Whether all findings lie in sections of the run. */
  readonly isOwn: boolean;
}

const judgedRuns = new OwnMemory<SubjectRun, JudgedRun>();

/** The findings of a run of subjects; made once for the terms that it was last judged by. */
export function judgedRun(run: SubjectRun, options: LintOptions): JudgedRun {
  const last = judgedRuns.get(run);
  if (last && isSame(last.terms, options)) return last;
  const findings = inOrder(merge(run.flatMap((subject) => judged(subject, options))));
  const sections = new Set(run.map(({ node }) => node.section));
  const isOwn = findings.every(({ span }) => sections.has(span.section));
  const all = sectionsOf(findings);
  const first = all.find((section) => sections.has(section));
  const movesWith = all.filter((section) => section === first || !sections.has(section));
  const made = { subjects: run, findings, movesWith, isOwn, terms: termsOf(options) };
  judgedRuns.set(run, made);
  return made;
}

/** The findings of a subject, and what it was judged by. */
interface Judged {
  readonly subject: BucketSubject;
  readonly terms: Terms;
  readonly findings: readonly Finding[];
}

const judgedSubjects = new NodeMemory<Judged>();

/** The findings of a subject; made once for the terms that it was last judged by. */
export function judged(subject: BucketSubject, options: LintOptions): readonly Finding[] {
  const last = judgedSubjects.get(subject.node);
  if (last?.subject === subject && isSame(last.terms, options)) return last.findings;
  const findings = judge(subject, options);
  judgedSubjects.set(subject.node, { subject, terms: termsOf(options), findings });
  return findings;
}

function termsOf({ bucketType, severities, policy }: LintOptions): Terms {
  return { bucketType, severities, policy };
}

function isSame(one: Terms, other: Terms): boolean {
  return one.bucketType === other.bucketType && one.severities === other.severities && one.policy === other.policy;
}

/** Judges a configuration. */
export function judge(subject: BucketSubject, options: LintOptions): Finding[] {
  const inWorlds = judgeWorlds(subject.worlds, (world) => judgeWorld(world, subject, options));
  return inWorlds.flatMap((verdict) => toFinding(verdict, options));
}

function toFinding({ rule, problem, severity, bucketType, when }: Verdict, options: LintOptions): Finding[] {
  const chosen = chosenSeverity(rule, options);
  if (chosen === 'off') return [];
  const { message, at, related = [], fixes = noFixes } = problem;
  const span = shownSpan(problem.show ?? at);
  // A problem that is milder than its rule stays so, however grave the user makes the rule.
  const final = milder(chosen ?? severity, problem.atMost ?? 'error');
  return [{ rule: rule.id, severity: final, message, at, span, related, bucketType, when, fixes }];
}
