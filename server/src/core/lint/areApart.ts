import { rememberingLast } from '../syntax/memory.ts';
import { newAmong } from '../syntax/newAmong.ts';
import type { JudgedRun } from './judgedRuns.ts';

/** True where each run has places of its own, behind those of the run before. */
export function areApart(runs: readonly JudgedRun[]): boolean {
  return seenApart(runs) === runs;
}

/**
 * The runs, where they are apart; else none. An edit changes no order: of runs that were apart only those are looked at that are
 * new, and what stands around them.
 */
const seenApart = rememberingLast((runs: readonly JudgedRun[], apart: readonly JudgedRun[] = []) => {
  const fresh = newAmong(runs, apart);
  const before = runs.slice(0, fresh.first).findLastIndex(hasFindings);
  const behind = runs.findIndex((run, index) => index >= fresh.behind && hasFindings(run));
  const isApart = areBehindEachOther(runs.slice(Math.max(0, before), behind === -1 ? runs.length : behind + 1));
  return isApart ? runs : [];
});

function hasFindings({ findings }: JudgedRun): boolean {
  return findings.length > 0;
}

function areBehindEachOther(runs: readonly JudgedRun[]): boolean {
  let behind = -1;
  for (const { isOwn, findings } of runs) {
    const first = findings[0]?.span.section.base;
    if (first === undefined) continue;
    if (!isOwn || first <= behind) return false;
    behind = findings.at(-1)?.span.section.base ?? behind;
  }
  return true;
}
