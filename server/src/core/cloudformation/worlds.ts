import { isRefused } from './assertions.ts';
import { type Choices, enumerate } from './choices.ts';
import { isContradictory } from './contradictions.ts';
import type { Dependency } from './dependency.ts';
import { Evaluator } from './evaluate.ts';
import { type Facts, noFacts } from './facts.ts';
import { Scope } from './scope.ts';
import type { Template } from './template.ts';

/** What was read in every world that can come to be, and what all of that rests on. */
export interface ReadWorlds<T> {
  readonly worlds: readonly T[];
  readonly dependsOn: readonly Dependency[];
}

/**
 * Reads something of a template in each of its worlds; `read` yields undefined in a world in which it isn't there. `given`
 * is decided beforehand. Where there are more worlds than can be told apart it is read once, with nothing worked out.
 */
export function readWorlds<T>(
  template: Template,
  read: (evaluator: Evaluator) => T | undefined,
  given: Facts = noFacts,
): ReadWorlds<T> {
  const dependsOn = new Map<string, Dependency>();
  const readOnce = (choices: Choices | undefined, isToBeSettled = false) => {
    let evaluator = new Evaluator(new Scope(template, choices, given, dependsOn));
    let world = read(evaluator);
    // Each reading decides more than the one before, so there is a last.
    while (isToBeSettled && evaluator.scope.isOutdated && world !== undefined) {
      evaluator = new Evaluator(evaluator.scope.again());
      world = read(evaluator);
    }
    return world === undefined || isRefused(evaluator) || isContradictory(evaluator) ? undefined : world;
  };
  // What is read again can ask for more than can be told apart.
  const worlds =
    enumerate((choices) => readOnce(choices, true)) ??
    enumerate((choices) => readOnce(choices)) ??
    [readOnce(undefined)].filter((world) => world !== undefined);
  return { worlds, dependsOn: [...dependsOn.values()] };
}
