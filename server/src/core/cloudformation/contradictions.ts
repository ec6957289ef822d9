import { areEqual } from './conditions.ts';
import type { Evaluation } from './evaluation.ts';
import type { Fact } from './facts.ts';
import { literal } from './text.ts';
import { single } from './valueSet.ts';

/** True where what a world rests on can't be so at once: a composed text is known by all that was decided after it. */
export function isContradictory(evaluation: Evaluation): boolean {
  const { scope } = evaluation;
  const composed = [...scope.facts.values()].filter(({ texts }) => texts !== undefined);
  return composed.length > 0 && scope.peek(() => composed.some((fact) => isContradicted(fact, evaluation)));
}

/** A comparison says whether its two texts are equal; any other fact, what its text is. */
function isContradicted({ texts, values }: Fact, evaluation: Evaluation): boolean {
  const value = single(values);
  const [text, other] = texts ?? [];
  if (!text || value === undefined) return false;
  const isSo = areEqual(text, other ?? literal(value), evaluation);
  return isSo === (other !== undefined && value === 'false');
}
