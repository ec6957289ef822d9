import { isDoubtful } from '../cloudformation/facts.ts';
import { exampleOf, isByDefault, isSingleChoice, whenOf } from '../cloudformation/when.ts';
import type { World } from '../model/subject.ts';
import type { Problem } from '../rules/rule.ts';
import { milder } from '../rules/severity.ts';
import { only } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import { isStated } from './places.ts';
import type { Verdict } from './precedence.ts';

/**
 * Judges each world and makes one verdict of equal ones. One that doesn't hold in all says when it does; one that takes a
 * combination that only the deployer can choose is at most a warning. What each parameter is by default nobody has to choose.
 */
export function judgeWorlds(worlds: readonly World[], judge: (world: World) => Verdict[]): Verdict[] {
  const world = only(worlds);
  if (world) return judge(world).map((verdict) => withOrigin(verdict, world));
  const met = new Map<Node, Met[]>();
  for (const world of worlds) {
    for (const verdict of judge(world)) meet(met, withOrigin(verdict, world), world);
  }
  const all = [...met.values()].flatMap(withExamples);
  return all.map((each) => conditional(each, worlds));
}

/** A verdict, and the worlds in which it was met. */
interface Met {
  readonly verdict: Verdict;
  readonly worlds: World[];
  /** Those in which it is worded so, where it stands for others that differ in a value. */
  readonly example?: readonly World[];
}

/** How many wrong values of one place are told apart. */
const toldApart = 8;

/** A place that is wrong in many ways, as a text of many parts can be, is told of by an example. */
function withExamples(there: readonly Met[]): readonly Met[] {
  if (there.length <= toldApart) return there;
  return there.flatMap((each) => {
    const alike = there.filter((other) => areAlike(each.verdict, other.verdict));
    if (alike.length <= toldApart) return [each];
    const worlds = [...new Set(alike.flatMap((other) => other.worlds))];
    return each === alike[0] ? [{ ...each, worlds, example: each.worlds }] : [];
  });
}

function meet(met: Map<Node, Met[]>, verdict: Verdict, world: World): void {
  const { at } = verdict.problem;
  const there = met.get(at) ?? [];
  const same = there.find((other) => areEqual(other.verdict, verdict));
  if (same?.worlds.at(-1) === world) return;
  if (same) same.worlds.push(world);
  else there.push({ verdict, worlds: [world] });
  met.set(at, there);
}

function areEqual(a: Verdict, b: Verdict): boolean {
  return areAlike(a, b) && a.problem.message === b.problem.message;
}

function areAlike(a: Verdict, b: Verdict): boolean {
  return a.rule === b.rule && a.bucketType === b.bucketType && a.severity === b.severity;
}

/** Where a value is used is at fault; where it is written explains it. */
function withOrigin(verdict: Verdict, { origins }: World): Verdict {
  const { problem } = verdict;
  const origin = origins.get(problem.at);
  if (!origin) return verdict;
  const related = [...(problem.related ?? []), { message: 'the value is written here', at: origin }];
  return { ...verdict, problem: { ...problem, related } };
}

function conditional({ verdict, worlds, example }: Met, among: readonly World[]): Verdict {
  if (worlds.length === among.length && !example) return verdict;
  const holds = worlds.map(({ facts }) => facts);
  const all = among.map(({ facts }) => facts);
  const when = example
    ? exampleOf(
        example.map(({ facts }) => facts),
        all,
      )
    : whenOf(holds, all);
  const { problem, severity } = verdict;
  const message = `${problem.message} (${when})`;
  if (isSingleChoice(holds, all) || holds.some(isByDefault) || isWrongWhereStated(problem.at, worlds, among))
    return { ...verdict, when, problem: { ...problem, message } };
  const atMost: Problem['atMost'] = milder('warning', problem.atMost ?? 'warning');
  return { ...verdict, when, severity: milder(severity, atMost), problem: { ...problem, message, atMost } };
}

/** True where a place is wrong in every world that it is part of, as an arm that never works, and one comes to be for certain. */
function isWrongWhereStated(at: Node, worlds: readonly World[], among: readonly World[]): boolean {
  const stated = among.filter((world) => isStated(world, at));
  return stated.some(({ facts }) => !isDoubtful(facts)) && stated.every((world) => worlds.includes(world));
}
