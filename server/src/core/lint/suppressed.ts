import { rules } from '../rules/registry.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import type { Suppressions, Unused } from '../suppressions/suppressions.ts';
import { startOf } from '../syntax/document.ts';
import { OwnMemory } from '../syntax/memory.ts';
import { isSameList } from '../syntax/sameList.ts';
import { type Finding, type FindingRun, inOrder, merge, noFixes, sectionsOf } from './finding.ts';
import { type JudgedRun, judged } from './judgedRuns.ts';
import { isOn, type LintOptions } from './lintOptions.ts';

const leftRuns = new OwnMemory<JudgedRun, FindingRun>();

/** What the suppressions leave of a run: the very same where they take nothing, or what they took when it was last asked for. */
export function leftOf(run: JudgedRun, suppressions: Suppressions, options: LintOptions): FindingRun {
  const findings = suppressions.withinText(leftByMetadata(run, suppressions, options));
  for (const known of [run, leftRuns.get(run)]) {
    if (known && isSameList(known.findings, findings)) return known;
  }
  const left = { findings, movesWith: run.movesWith };
  leftRuns.set(run, left);
  return left;
}

/** The runs in one, for a document in which several speak of the same place, or one of a place before another. */
export function leftOfAll(runs: readonly JudgedRun[], suppressions: Suppressions, options: LintOptions): FindingRun {
  const found = runs.flatMap((run) => leftByMetadata(run, suppressions, options));
  return runOf(suppressions.withinText(inOrder(merge(found))));
}

function leftByMetadata(
  { findings, subjects }: JudgedRun,
  suppressions: Suppressions,
  options: LintOptions,
): readonly Finding[] {
  const suppressed = suppressions.inMetadata(subjects);
  if (!suppressed) return findings;
  const left = subjects.map((subject, index) =>
    suppressions.without(suppressed[index] ?? [], judged(subject, options)),
  );
  return inOrder(merge(left.flat()));
}

/** The runs, with further findings where they belong in the order of the text. */
export function woven(runs: readonly FindingRun[], further: readonly Finding[]): FindingRun[] {
  const left = [...further];
  const takeBefore = ({ span }: Finding) => {
    const behind = left.findIndex((finding) => startOf(finding.span) >= startOf(span));
    return left.splice(0, behind === -1 ? left.length : behind);
  };
  const all = runs.flatMap((run) => {
    const [first, last] = [run.findings[0], run.findings.at(-1)];
    if (!first || !last) return [run];
    const before = takeBefore(first);
    const among = takeBefore(last);
    return [runOf(before), among.length === 0 ? run : runOf(inOrder([...run.findings, ...among]))];
  });
  return [...all, runOf(left)];
}

function runOf(findings: readonly Finding[]): FindingRun {
  return { findings, movesWith: sectionsOf(findings) };
}

/** What is said of suppressions, which can be suppressed itself. */
export function unusedOf(suppressions: Suppressions, options: LintOptions): readonly Finding[] {
  const unused = suppressions.unused((id) => rules.some((rule) => rule.id === id && isOn(rule, options)));
  return suppressions.leftOf(inOrder(toUnused(unused, options)));
}

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
    fixes: noFixes,
  }));
}
